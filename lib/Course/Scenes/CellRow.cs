namespace Course.Scenes;

/// <summary>Cells that belong together, such as one cache line, behind a label that may be empty.</summary>
public sealed record CellRow(string Label, IReadOnlyList<Cell> Cells);
