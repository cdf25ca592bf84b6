using System.Diagnostics;
using Display;
using Kernel.Formatting;
using Kernel.Session.Compiling;
using Kernel.Session.Running;
using Microsoft.CodeAnalysis.CSharp;

namespace Kernel.Session;

/// <summary>Compiles and runs C# parts of cells and keeps what they declare.</summary>
internal sealed class CSharpParts
{
    private static readonly TimeSpan SlowEnoughToWarn = TimeSpan.FromMilliseconds(100);

    private readonly ShadowFolder _shadows;

    public CSharpParts(ShadowFolder shadows)
    {
        _shadows = shadows;
        Reset();
    }

    public SubmissionChain Chain { get; private set; } = null!;

    public ReferenceSet References { get; private set; } = null!;

    /// <summary>Forgets variables, types and references.</summary>
    [System.Diagnostics.CodeAnalysis.MemberNotNull(nameof(Chain), nameof(References))]
    public void Reset()
    {
        var context = new CellLoadContext(_shadows);
        References = new(_shadows, context);
        Chain = new(References, context);
    }

    /// <param name="path">What errors and symbols call the text.</param>
    /// <param name="isLast">Whether the value of the last expression is the cell's result.</param>
    public CellError? Run(string text, string path, CellState state, bool isLast)
    {
        CellRun run = state.Run;
        CellEvaluator.Connect(Evaluate);
        try
        {
            CSharpCompilation compilation = Chain.Prepare(text, path, state.Optimise);
            Submission submission = Chain.Add(compilation, run.Interrupted);
            if (submission.Run is null) return null;
            long started = Stopwatch.GetTimestamp();
            state.Thread.Call(() => Await(submission, run, isLast));
            if (!state.WarnedOfSlowLoop && Stopwatch.GetElapsedTime(started) > SlowEnoughToWarn && SlowLoops.First(compilation) is var (line, counter))
            {
                state.WarnedOfSlowLoop = true;
                run.Note($"Line {line}: the loop counter '{counter}' is a top-level variable, which is a field and makes this loop up to eight times slower than in a method. Declare it in the loop, or put the loop into a static method.\n");
            }
            return null;
        }
        catch (CompilationFailedException failed) { return failed.Error; }
        catch (Exception exception) when (!run.Interrupted.IsCancellationRequested)
        {
            return ExceptionReport.Describe(exception, run.Number, state.Source);
        }
    }

    /// <summary>What a library compiles in the midst of a cell; nothing of it is kept.</summary>
    private object? Evaluate(string text)
    {
        try { return Chain.RunOnce(Chain.Prepare(text, "profiled copy", optimise: true))().GetAwaiter().GetResult(); }
        catch (CompilationFailedException failed) { throw new CellTextException(string.Join('\n', failed.Error.Traceback)); }
    }

    private static object? Await(Submission submission, CellRun run, bool isLast)
    {
        SynchronizationContext? before = SynchronizationContext.Current;
        var pump = new AwaitPump();
        SynchronizationContext.SetSynchronizationContext(pump);
        try
        {
            Task<object?> task = submission.Run!();
            pump.RunUntilDone(task, run.Interrupted);
            object? value = task.GetAwaiter().GetResult();
            // What `display` gives back has been shown.
            if (submission.HasResult && value is not DisplayedValue)
            {
                if (isLast) run.Result(ValueFormatter.ToBundle(value));
                else run.Show(ValueFormatter.ToBundle(value));
            }
        }
        finally { SynchronizationContext.SetSynchronizationContext(before); }
        return null;
    }
}
