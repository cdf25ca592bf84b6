namespace Kernel.Session.Directives;

/// <summary>A piece of a cell: code of one language, or one directive.</summary>
/// <param name="Line">The line of the cell, from 1, on which it begins.</param>
internal abstract record CellPart(int Line);
