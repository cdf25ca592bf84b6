namespace Course.Scenes;

/// <summary>Source text, shown as it stands.</summary>
public sealed record CodePanel(string Title, string Code) : Panel(Title);
