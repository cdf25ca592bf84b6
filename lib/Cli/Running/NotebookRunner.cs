using System.Diagnostics;
using Display;
using Kernel.Session;
using Kernel.Stdio;
using Notebooks;

namespace Cli.Running;

/// <summary>Runs one notebook in a kernel process of its own, with the notebook's folder as working directory.</summary>
internal static class NotebookRunner
{
    private const string ExerciseMark = "// exercise:", OptionalMark = "// optional:";

    /// <param name="file">The .ipynb file; it is read, never written.</param>
    /// <param name="limit">Time for the whole notebook. A cell that passes it ends the notebook.</param>
    public static async Task<NotebookRun> RunAsync(string file, TimeSpan limit, IRunProgress progress, CancellationToken stop)
    {
        string name = Path.GetFileNameWithoutExtension(file);
        var clock = Stopwatch.StartNew();
        var failures = new List<CellFailure>();
        Notebook? notebook = null;
        try
        {
            notebook = Notebook.Read(file);
            NotebookCell[] cells = [.. notebook.Cells.Where(cell => cell.Kind == CellKind.Code)];
            foreach (NotebookCell cell in cells) Clear(cell);
            progress.NotebookStarted(name, cells.Length);
            await using var kernel = KernelProcess.Start(Path.GetDirectoryName(Path.GetFullPath(file))!);
            for (int i = 0; i < cells.Length && kernel.IsAlive && !stop.IsCancellationRequested; i++)
            {
                progress.CellStarted(name, i + 1);
                cells[i].ExecutionCount = i + 1;
                if (await RunCellAsync(kernel, notebook, cells[i], limit - clock.Elapsed, stop) is not { } error) continue;
                cells[i].AddError(error.Name, error.Message, error.Traceback);
                failures.Add(new CellFailure(name, cells[i].Number, error.Line, error.Name, error.Message));
            }
        }
        catch (Exception failure) when (failure is NotebookFormatException or IOException or UnauthorizedAccessException)
        {
            failures.Add(new CellFailure(name, 0, 0, failure.GetType().Name, failure.Message));
        }
        if (stop.IsCancellationRequested) failures.Add(new CellFailure(name, 0, 0, "Stopped", "The run was stopped."));
        progress.NotebookEnded(name, clock.Elapsed, failures);
        return new NotebookRun(notebook, clock.Elapsed, failures);
    }

    private static async Task<CellError?> RunCellAsync(KernelProcess kernel, Notebook notebook, NotebookCell cell, TimeSpan left, CancellationToken stop)
    {
        if (NotRun(cell.Source) is { } reason)
        {
            cell.AddDisplay(new MimeBundle().Add("text/markdown", $"*{reason}*").Add("text/plain", reason));
            return null;
        }
        if (left <= TimeSpan.Zero) left = TimeSpan.FromMilliseconds(1);
        return (await kernel.RunAsync(cell.Source, new NotebookOutput(notebook, cell), left, stop)).Error;
    }

    /// <summary>Why a cell is left to the reader: an exercise, or one that says in its first line why it is optional. Null for all others.</summary>
    private static string? NotRun(string source)
    {
        if (source.StartsWith(ExerciseMark, StringComparison.Ordinal)) return "Yours to do: this exercise is judged when you run the notebook yourself.";
        if (!source.StartsWith(OptionalMark, StringComparison.Ordinal)) return null;
        return $"Optional and not run here: {source[OptionalMark.Length..].Split('\n')[0].Trim()}. Run the notebook yourself to see it.";
    }

    private static void Clear(NotebookCell cell)
    {
        cell.ExecutionCount = null;
        cell.ClearOutputs();
    }
}
