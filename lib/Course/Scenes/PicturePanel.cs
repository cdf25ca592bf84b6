namespace Course.Scenes;

/// <summary>A picture with rectangles drawn over it.</summary>
/// <param name="Enlarged">Pixels are drawn as squares, for pictures of a few dozen pixels.</param>
/// <param name="Marks">In pixels of the picture.</param>
public sealed record PicturePanel(string Title, SceneImage Picture, bool Enlarged, IReadOnlyList<Mark> Marks) : Panel(Title);
