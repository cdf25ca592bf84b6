namespace Course.Tests.Measure;

/// <summary>Every test of this assembly that reads a clock: one at a time, and beside no other test.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class TimingCollection
{
    public const string Name = "Timing";
}
