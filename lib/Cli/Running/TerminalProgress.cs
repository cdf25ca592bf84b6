using System.Diagnostics;
using Spectre.Console;

namespace Cli.Running;

/// <summary>One line that moves while a notebook runs, and one that stays when it has ended.</summary>
internal sealed class TerminalProgress(IAnsiConsole console, StatusContext status) : IRunProgress
{
    private readonly Stopwatch _clock = new();
    private readonly Lock _gate = new();
    private string _doing = "";
    private int _cells;

    /// <summary>Runs <paramref name="work"/> under a spinner whose elapsed time goes on while a cell is busy.</summary>
    public static Task RunAsync(IAnsiConsole console, Func<IRunProgress, Task> work) =>
        console.Status().Spinner(Spinner.Known.Dots).StartAsync("starting", async status =>
        {
            var progress = new TerminalProgress(console, status);
            using var timer = new Timer(_ => progress.Refresh(), null, 0, 200);
            await work(progress);
        });

    public void NotebookStarted(string notebook, int codeCells)
    {
        _cells = codeCells;
        _clock.Restart();
        Say($"{notebook}  starting the kernel");
    }

    public void CellStarted(string notebook, int cell) => Say($"{notebook}  cell {cell} of {_cells}");

    public void NotebookEnded(string notebook, TimeSpan elapsed, IReadOnlyList<CellFailure> failures)
    {
        lock (_gate)
        {
            string mark = failures.Count == 0 ? "[green]done  [/]" : "[red]failed[/]";
            console.MarkupLine($"{mark} {Markup.Escape(notebook),-32} {elapsed.TotalSeconds,6:0.0} s");
            foreach (CellFailure failure in failures) console.MarkupLine($"       [red]{Markup.Escape(failure.ToString())}[/]");
        }
    }

    private void Say(string doing)
    {
        lock (_gate) _doing = doing;
        Refresh();
    }

    private void Refresh()
    {
        lock (_gate) status.Status($"{Markup.Escape(_doing)}  {_clock.Elapsed.TotalSeconds:0} s");
    }
}
