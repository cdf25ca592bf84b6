namespace Course.Measure.Counting;

/// <summary>
/// Counts what the processor and the system do while a piece of work runs, as <c>perf stat</c> does for a whole program: all threads of
/// this process, those included that the work starts. Read directly from Linux (perf_event_open(2)); where the machine hides its own
/// counters, the system's remain, and each missing one says why.
/// </summary>
public static class Counters
{
    /// <summary>
    /// Counts the work. Call it once beforehand to leave out what only a first call does, such as compiling.
    /// The collector, the compiler and whatever else runs in this process meanwhile is counted with it.
    /// </summary>
    /// <param name="calls">More than one for work that is over in a millisecond; the counts are those of one call, on average.</param>
    public static CounterTable Measure(string label, Action work, int calls = 1)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(calls, 1);
        using (var first = new CountedRun()) first.Run(static () => { });
        using var nothing = new CountedRun();
        nothing.Run(static () => { });
        using var run = new CountedRun();
        run.Run(() => { for (int i = 0; i < calls; i++) work(); });
        string empty = string.Join(", ", nothing.Rows().Where(row => row.Value() is > 0).Select(row => $"{row.Counter} {row.Count}"));
        return new CounterTable(label, $"{Course.Measure.Machine.Current}; {JitSettings.Current}", run.Rows().Select(row => row.PerCall(calls)), string.Join(' ', Remedies(run)))
        {
            Overhead = $"An empty run, counted in the same way: {empty}.",
        };
    }

    public static CounterTable Measure(Action work) => Measure("work", work);

    /// <summary>Why the processor's own counters cannot be read here; null when they can.</summary>
    public static CounterRefusal? WhyNoHardware()
    {
        using var run = new CountedRun();
        return run.Refused(CounterKind.Instructions);
    }

    private static IEnumerable<string> Remedies(CountedRun run) => CounterDefinition.All.Where(one => one.IsHardware)
        .Select(one => run.Refused(one.Kind)).OfType<CounterRefusal>().Distinct().Select(refusal => $"Processor counters are {refusal.Reason}. {refusal.Remedy}");
}
