namespace Course.Measure.Counting;

/// <summary>What the kernel counted for one counter, and for how long it really counted: with more counters than the processor has, they take turns.</summary>
/// <param name="EnabledNanoseconds">For how long it was asked to count.</param>
/// <param name="RunningNanoseconds">For how long it did.</param>
public readonly record struct PerfReading(ulong Raw, ulong EnabledNanoseconds, ulong RunningNanoseconds)
{
    /// <summary><c>raw * enabled / running</c>, the estimate for the whole time; null when it never ran though it was asked to.</summary>
    public double? Scaled => RunningNanoseconds == EnabledNanoseconds ? Raw
        : RunningNanoseconds == 0 ? null
        : Raw * ((double)EnabledNanoseconds / RunningNanoseconds);

    /// <summary>The share of the time during which it counted; 1 when it did not take turns.</summary>
    public double Coverage => EnabledNanoseconds == 0 ? 1 : (double)RunningNanoseconds / EnabledNanoseconds;
}
