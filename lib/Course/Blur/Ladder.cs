namespace Course.Blur;

/// <summary>Every rung, slowest idea first. The only ordered list: tests, benchmark, notebook, chart, command line and docs read it.</summary>
public static class Ladder
{
    public static IReadOnlyList<Rung> All { get; } = [];
}
