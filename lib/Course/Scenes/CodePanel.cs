namespace Course.Scenes;

/// <summary>Source text, shown as it stands.</summary>
/// <param name="Line">The line at work, from 0, or -1 for none.</param>
public sealed record CodePanel(string Title, string Code, int Line = -1) : Panel(Title);
