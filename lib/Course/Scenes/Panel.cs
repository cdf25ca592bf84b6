namespace Course.Scenes;

/// <summary>One part of a frame, under its own heading.</summary>
public abstract record Panel(string Title);
