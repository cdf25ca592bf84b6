namespace Course.Charts;

/// <summary>The cells of a heat map, <c>Values[row, column]</c>, row 0 on top, with a label for each row and column.</summary>
public sealed record HeatGrid(double[,] Values, IReadOnlyList<string> Rows, IReadOnlyList<string> Columns);
