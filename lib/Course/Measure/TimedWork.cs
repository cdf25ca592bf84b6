using System.Diagnostics;

namespace Course.Measure;

/// <summary>One piece of work of an interleaved run: warms up, decides how much to repeat, collects samples.</summary>
internal sealed class TimedWork(string label, Action work)
{
    private const double SlowMilliseconds = 25, WarmMilliseconds = 200, WarmMillisecondsAtMost = 1000, TurnMilliseconds = 1, SmallMilliseconds = 0.02,
        SettleMillisecondsAtMost = 200, SampleMilliseconds = 0.5, BudgetMilliseconds = 200, TierMillisecondsAtMost = 3000;
    private const double NoisyShare = 0.3;
    private const int PauseMilliseconds = 10, WarmCalls = 30, SlowSamples = 3, FewestSamples = 7, MostSamples = 41;

    private readonly List<double> _milliseconds = new(MostSamples);
    private readonly List<double> _bytes = new(MostSamples);
    private long _callsPerSample = 1;
    private bool _slow;

    public string Label { get; } = label;

    public System.Reflection.MethodInfo Method => work.Method;

    public int SamplesWanted { get; private set; }

    public bool IsSlow => _slow;

    /// <summary>Per call, one for each sample.</summary>
    public IReadOnlyList<double> Milliseconds => _milliseconds;

    /// <summary>
    /// Warms all up: 30 calls of each, which make the compiler compile it again in the background, a fifth of a second in turns while it
    /// does, or longer until small works are optimised, and 30 calls more, which what was compiled ahead of time needs to reach the last tier.
    /// </summary>
    public static void WarmUp(IReadOnlyList<TimedWork> works)
    {
        TimedWork[] fast = [.. works.Where(work => !work.TurnsOutSlow())];
        foreach (TimedWork work in fast) work.KeepWarm(WarmCalls, WarmMillisecondsAtMost);
        long start = Stopwatch.GetTimestamp();
        bool settling = fast.Length > 0;
        while (settling)
        {
            bool quick = false;
            // The quick form of the work itself only matters where the work is small; loops that it calls are optimised at once.
            foreach (TimedWork work in fast) quick |= work.KeepWarm(1, TurnMilliseconds) < SmallMilliseconds && TierWatch.IsQuick(work.Method);
            double elapsed = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
            settling = elapsed < WarmMilliseconds || (quick && elapsed < TierMillisecondsAtMost);
            // The compiler works on a thread of its own, which gets no processor on a busy machine while this one keeps calling.
            if (quick && elapsed >= WarmMilliseconds) Thread.Sleep(PauseMilliseconds);
        }
        foreach (TimedWork work in fast) work.Settle();
    }

    public void Sample()
    {
        long before = GC.GetTotalAllocatedBytes(true);
        double milliseconds = Call(_callsPerSample);
        _bytes.Add((GC.GetTotalAllocatedBytes(true) - before) / (double)_callsPerSample);
        _milliseconds.Add(milliseconds / _callsPerSample);
    }

    public Measurement Result(string tier) => new(Label, _milliseconds, (long)Quantiles.Median([.. _bytes]), _callsPerSample * _milliseconds.Count, Note(), tier);

    private string Note()
    {
        var notes = new List<string>();
        double median = Quantiles.Median([.. _milliseconds]), width = Quantiles.At([.. _milliseconds], 0.75) - Quantiles.At([.. _milliseconds], 0.25);
        if (!_slow && width > NoisyShare * median) notes.Add($"noisy: half of the samples lie {width / median:P0} apart");
        if (OptimizationWarning.For(work.Method) is { } warning) notes.Add(warning);
        if (Debugger.IsAttached) notes.Add("a debugger is attached");
        if (JitSettings.Current.QuickJitForLoops) notes.Add("loops start unoptimised here (TieredCompilationQuickJitForLoops is on)");
        if (_slow) notes.Add($"slow: 1 warm call, {SlowSamples} timed, low and high are the fastest and slowest");
        return string.Join("; ", notes);
    }

    /// <summary>A first call also compiles; only the second says whether the work itself is slow. Slow work is then warm, with its first sample taken.</summary>
    private bool TurnsOutSlow()
    {
        if (Call(1) <= SlowMilliseconds) return false;
        Sample();
        if (_milliseconds[0] > SlowMilliseconds)
        {
            (_slow, SamplesWanted) = (true, SlowSamples - 1);
            return true;
        }
        _milliseconds.Clear();
        _bytes.Clear();
        return false;
    }

    /// <summary>How often to call for a sample, and how many samples.</summary>
    private void Settle()
    {
        double perCall = KeepWarm(WarmCalls, SettleMillisecondsAtMost);
        _callsPerSample = Math.Max(1, (long)Math.Ceiling(SampleMilliseconds / perCall));
        SamplesWanted = (int)Math.Clamp(BudgetMilliseconds / (_callsPerSample * perCall), FewestSamples, MostSamples);
    }

    /// <summary>Calls so often, and for a millisecond at least, and no longer than the limit; the milliseconds of a call in the last of the batches.</summary>
    private double KeepWarm(int callsWanted, double limit)
    {
        long start = Stopwatch.GetTimestamp(), calls = 0, batch = 1;
        double elapsed = 0, lastBatch = 0;
        while ((calls < callsWanted || elapsed < TurnMilliseconds) && elapsed < limit)
        {
            lastBatch = Call(batch) / batch;
            calls += batch;
            elapsed = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
            // Batches grow, so that the clock does not outweigh work of a few nanoseconds.
            if (lastBatch * batch < TurnMilliseconds / 4) batch *= 2;
        }
        return Math.Max(lastBatch, 1e-7);
    }

    private double Call(long times)
    {
        long start = Stopwatch.GetTimestamp();
        for (long i = 0; i < times; i++) work();
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }
}
