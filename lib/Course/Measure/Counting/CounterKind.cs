namespace Course.Measure.Counting;

/// <summary>What processor and system count while a program runs. <see cref="CounterDefinition"/> tells what each one means.</summary>
public enum CounterKind
{
    Cycles,
    Instructions,
    CacheReferences,
    CacheMisses,
    Branches,
    BranchMisses,
    TaskClock,
    PageFaults,
    ContextSwitches,
    Elapsed,
}
