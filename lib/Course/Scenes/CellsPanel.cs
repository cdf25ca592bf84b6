namespace Course.Scenes;

/// <summary>Rows of cells: memory, cache lines, registers, heap blocks.</summary>
/// <param name="SideBySide">Rows stand beside one another where there is room (memory as a strip of lines); otherwise one below the other.</param>
public sealed record CellsPanel(string Title, IReadOnlyList<CellRow> Rows, bool SideBySide = false) : Panel(Title)
{
    /// <summary>The panel leaves room for another one beside it.</summary>
    public bool Narrow { get; init; }
}
