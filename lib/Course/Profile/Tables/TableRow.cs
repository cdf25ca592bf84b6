namespace Course.Profile.Tables;

/// <summary>One row: a cell for each column, and a line below them that says more.</summary>
public readonly record struct TableRow(IReadOnlyList<TableCell> Cells, string Detail = "");
