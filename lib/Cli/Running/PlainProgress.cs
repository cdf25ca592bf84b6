using System.Diagnostics;

namespace Cli.Running;

/// <summary>One line per event, for logs and pipes.</summary>
internal sealed class PlainProgress(TextWriter output) : IRunProgress
{
    private readonly Stopwatch _clock = new();
    private int _cells;

    public void NotebookStarted(string notebook, int codeCells)
    {
        _cells = codeCells;
        _clock.Restart();
        output.WriteLine($"{notebook}: {codeCells} code cells");
    }

    public void CellStarted(string notebook, int cell) =>
        output.WriteLine($"{notebook}: cell {cell} of {_cells}, {_clock.Elapsed.TotalSeconds:0.0} s");

    public void NotebookEnded(string notebook, TimeSpan elapsed, IReadOnlyList<CellFailure> failures)
    {
        foreach (CellFailure failure in failures) output.WriteLine($"FAILED {failure}");
        output.WriteLine($"{notebook}: {(failures.Count == 0 ? "done" : "failed")} after {elapsed.TotalSeconds:0.0} s");
    }
}
