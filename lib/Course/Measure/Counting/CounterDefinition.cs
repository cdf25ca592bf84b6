namespace Course.Measure.Counting;

/// <summary>One counter: its name in Linux's perf, its unit, and what a number in it means.</summary>
/// <param name="Meaning">For a reader who meets the counter for the first time.</param>
public sealed record CounterDefinition(CounterKind Kind, string Name, string Unit, string Meaning)
{
    /// <summary>All of them, in the order in which tables show them.</summary>
    public static IReadOnlyList<CounterDefinition> All { get; } =
    [
        new(CounterKind.Cycles, "cycles", "", "Ticks of the processor's clock while the program ran, on all cores together. Waiting for memory costs cycles too, so few instructions and many cycles mean waiting."),
        new(CounterKind.Instructions, "instructions", "", "Machine instructions that were completed. Divided by the cycles it says how busy the core was: above 2 is good, below 1 means it mostly waited."),
        new(CounterKind.CacheReferences, "cache-references", "", "Requests that reached the last cache because the nearer ones did not have the line. A program that works inside its first cache makes few, however much it computes."),
        new(CounterKind.CacheMisses, "cache-misses", "", "Requests that the last cache could not answer either, so that memory had to: a hundred cycles and more each, unless a prefetcher asked early."),
        new(CounterKind.Branches, "branches", "", "Jumps: every loop turn, every if, every call. An interpreter makes many for each line of the program that it interprets."),
        new(CounterKind.BranchMisses, "branch-misses", "", "Jumps that the processor guessed wrong; it throws away what it had begun, 15 to 20 cycles each."),
        new(CounterKind.TaskClock, "task-clock", "ms", "Processor time, summed over all cores. Divided by the elapsed time it says how many processors were in use on average."),
        new(CounterKind.PageFaults, "page-faults", "", "Pages of memory, usually 4 KiB, that the system had to provide: first touches of fresh memory, mostly. Large new arrays show here."),
        new(CounterKind.ContextSwitches, "context-switches", "", "Times that a core was taken from one of the program's threads: it waited for something, or another program had its turn."),
        new(CounterKind.Elapsed, "elapsed", "ms", "Time by the clock on the wall, from start to end."),
    ];

    /// <summary>True for what only the processor itself can count.</summary>
    public bool IsHardware => Kind <= CounterKind.BranchMisses;

    public static CounterDefinition Of(CounterKind kind) => All[(int)kind];

    /// <exception cref="ArgumentException">There is no counter of that name.</exception>
    public static CounterDefinition Named(string name) => All.FirstOrDefault(one => one.Name == name)
        ?? throw new ArgumentException($"There is no counter called '{name}'; there are: {string.Join(", ", All.Select(one => one.Name))}.", nameof(name));
}
