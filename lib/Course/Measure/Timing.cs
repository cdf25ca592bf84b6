using System.Diagnostics;

namespace Course.Measure;

/// <summary>Times pieces of work beside each other, so that whatever disturbs the machine disturbs all of them alike.</summary>
public static class Timing
{
    /// <summary>
    /// Warms the pieces up past the compiler's last tier (30 calls of each, 200 ms in turns, 30 calls more), then measures all of them in
    /// rounds, in a new random order each round, every sample long enough for the clock. A piece slower than 25 ms a call gets one
    /// warm call and three timed ones, and its note says so. Time per call includes the call of the delegate itself, 1 to 2 ns;
    /// work of that size belongs in a loop inside the delegate.
    /// </summary>
    /// <param name="forms">What to call each piece in tables, and the work: it can be called again and again.</param>
    /// <exception cref="ArgumentException">No pieces, or two with the same label.</exception>
    public static Measurements Interleaved(params IEnumerable<(string Label, Action Work)> forms)
    {
        (string Label, Action Work)[] given = Distinct(forms);
        TimedWork[] works = [.. given.Select(form => new TimedWork(form.Label, form.Work))];
        TierWatch.Start();
        TimedWork.WarmUp(works);
        GC.Collect();
        int rounds = works.Max(work => work.SamplesWanted);
        for (int round = 0; round < rounds; round++)
        {
            Random.Shared.Shuffle(works);
            // Pieces with few samples spread them over all rounds, so that they too meet every mood of the machine.
            foreach (TimedWork work in works)
                if ((round + 1) * work.SamplesWanted / rounds > round * work.SamplesWanted / rounds) work.Sample();
        }
        var byLabel = works.ToDictionary(work => work.Label);
        TimedWork[] inOrder = [.. given.Select(form => byLabel[form.Label])];
        var results = inOrder.Zip(TierWatch.Of([.. inOrder.Select(work => work.Method)]), (work, tier) => work.Result(tier));
        return new Measurements(SessionMemory.Recall(given, results), Machine.Current, JitSettings.Current, DateTimeOffset.Now);
    }

    /// <summary>
    /// Measures two pieces of work in turn and says what can be concluded, with an interval for the ratio. The first is measured twice
    /// in every round: what it differs from itself is this machine's noise, and a difference no larger than that is none.
    /// </summary>
    public static Comparison Compare((string Label, Action Work) first, (string Label, Action Work) second)
    {
        OptimizationWarning.Show([first, second]);
        return Rivals.Compare(first, second);
    }

    /// <summary>The same code against itself: how large a difference this machine's noise makes at the moment, 0.03 for three per cent.</summary>
    public static double SameCode(Action work) => Rivals.Compare(("same code", work), ("same code again", work)).SameCode;

    /// <summary>One call, one reading of the clock, no warm-up: what a stopwatch in the hand would say. Its note names machine and settings.</summary>
    public static Measurement Once(string label, Action work)
    {
        TierWatch.Start();
        long before = GC.GetTotalAllocatedBytes(true), start = Stopwatch.GetTimestamp();
        work();
        double milliseconds = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        long bytes = GC.GetTotalAllocatedBytes(true) - before;
        return new Measurement(label, [milliseconds], bytes, 1, $"one call, not warmed up; {Machine.Current}; {JitSettings.Current}", TierWatch.Of([work.Method])[0]);
    }

    /// <summary>The pieces, once enumerated; each needs a label of its own.</summary>
    internal static (string Label, Action Work)[] Distinct(IEnumerable<(string Label, Action Work)> forms)
    {
        (string Label, Action Work)[] given = [.. forms];
        if (given.Length == 0) throw new ArgumentException("There is nothing to time.", nameof(forms));
        if (given.CountBy(form => form.Label).FirstOrDefault(label => label.Value > 1) is { Key: { } twice })
            throw new ArgumentException($"Two pieces of work are both called '{twice}'; the table needs a label for each.", nameof(forms));
        return given;
    }
}
