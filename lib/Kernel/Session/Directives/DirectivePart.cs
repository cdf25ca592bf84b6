namespace Kernel.Session.Directives;

/// <summary>A line that speaks to the kernel.</summary>
/// <param name="Name">With its mark: <c>#r</c>, <c>#!time</c>.</param>
/// <param name="Language">The language of the cell part it stands in.</param>
internal sealed record DirectivePart(string Name, IReadOnlyList<string> Arguments, string Language, int Line) : CellPart(Line)
{
    /// <summary>The value after an option such as <c>--from</c>, or null.</summary>
    public string? Option(string name)
    {
        for (int i = 0; i + 1 < Arguments.Count; i++)
            if (Arguments[i] == name) return Arguments[i + 1];
        return null;
    }

    /// <summary>The arguments that are neither options nor their values.</summary>
    public IEnumerable<string> Plain => Arguments.Where((argument, i) => !argument.StartsWith("--", StringComparison.Ordinal)
        && (i == 0 || !Arguments[i - 1].StartsWith("--", StringComparison.Ordinal)));
}
