namespace Course.Profile.Probing;

/// <summary>A body that carries probes. Its number in the probes is its place in the list, counted from 1.</summary>
/// <param name="Name"><c>Shop.Total</c>.</param>
/// <param name="Line">Where it is declared, from 1, in its cell or file.</param>
internal readonly record struct ProbedMethod(string Name, int Line);
