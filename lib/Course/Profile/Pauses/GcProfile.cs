using System.Diagnostics;
using System.Globalization;
using Course.Measure;
using Course.Profile.Tables;
using Display;

namespace Course.Profile.Pauses;

/// <summary>
/// What the garbage collector does to the latency of a call that comes again and again: percentiles, pauses, and how busy the processor
/// was meanwhile.
/// </summary>
[TypeFormatterSource(typeof(DisplayableFormatters), PreferredMimeTypes = ["text/html", "text/plain"])]
public sealed record GcProfile : IDisplayable
{
    private static readonly TimeSpan EventPatience = TimeSpan.FromSeconds(5);

    private GcProfile() { }

    /// <summary>Milliseconds from the moment each call was due until it had ended, in the order of the calls.</summary>
    public required IReadOnlyList<double> Latencies { get; init; }

    /// <summary>Every stop for the collector, in order.</summary>
    public required IReadOnlyList<GcPause> Pauses { get; init; }

    public required TimeSpan Elapsed { get; init; }

    /// <summary>Of one processor core, 0 to 1 and above: all threads of this process, the collector's too.</summary>
    public required double CpuShare { get; init; }

    /// <summary>Of the elapsed time, 0 to 1, by the runtime's own account.</summary>
    public required double PauseShare { get; init; }

    public required long AllocatedBytes { get; init; }

    /// <summary>Collections of generation 0, 1 and 2; a higher one includes the lower.</summary>
    public required IReadOnlyList<int> Collections { get; init; }

    /// <summary>What listening to the collector's events took, on a thread of its own.</summary>
    public required TimeSpan Cost { get; init; }

    /// <summary>The percentiles of the latency: label and milliseconds.</summary>
    public IEnumerable<(string Label, double Milliseconds)> Percentiles =>
        [("median", At(0.5)), ("90 %", At(0.9)), ("99 %", At(0.99)), ("99.9 %", At(0.999)), ("slowest", At(1))];

    /// <summary>When each pause began, in milliseconds, and how long it was.</summary>
    public IEnumerable<(double AtMilliseconds, double Milliseconds)> Timeline => Pauses.Select(pause => (pause.AtMilliseconds, pause.Milliseconds));

    /// <summary>Runs the work at even intervals, as requests come, and watches. A call that is late because of the one before is late too.</summary>
    /// <param name="calls">How often.</param>
    /// <param name="everyMilliseconds">From one call's due time to the next.</param>
    /// <exception cref="ArgumentOutOfRangeException">No calls, or no time between them.</exception>
    public static GcProfile Of(int calls, double everyMilliseconds, Action work)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(calls, 1);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(everyMilliseconds);
        double[] latencies = new double[calls];
        work();
        GC.Collect();
        using var listener = new GcListener();
        using Process process = Process.GetCurrentProcess();
        int[] before = Counts();
        long bytes = GC.GetTotalAllocatedBytes(true), start = Stopwatch.GetTimestamp();
        (TimeSpan cpu, TimeSpan paused, DateTime began) = (process.TotalProcessorTime, GC.GetTotalPauseDuration(), DateTime.UtcNow);
        for (int call = 0; call < calls; call++)
        {
            double due = call * everyMilliseconds;
            while (due - Stopwatch.GetElapsedTime(start).TotalMilliseconds is > 0 and var wait) Thread.Sleep((int)Math.Ceiling(wait));
            work();
            latencies[call] = Stopwatch.GetElapsedTime(start).TotalMilliseconds - due;
        }
        TimeSpan elapsed = Stopwatch.GetElapsedTime(start), pause = GC.GetTotalPauseDuration() - paused;
        process.Refresh();
        double share = (process.TotalProcessorTime - cpu) / elapsed;
        bytes = GC.GetTotalAllocatedBytes(true) - bytes;
        int[] collections = [.. Counts().Zip(before, (after, earlier) => after - earlier)];
        var pauses = Heard(listener, collections[0]);
        return new GcProfile
        {
            Cost = listener.Cost,
            Latencies = latencies,
            Elapsed = elapsed,
            CpuShare = share,
            PauseShare = pause / elapsed,
            AllocatedBytes = bytes,
            Collections = collections,
            Pauses = [.. pauses.Select(each => new GcPause((each.Start - began).TotalMilliseconds, (each.End - each.Start).TotalMilliseconds, each.Generation))],
        };
    }

    public MimeBundle ToBundle() => Table().ToBundle();

    public override string ToString() => Table().ToString();

    private ProfileTable Table() => new($"{Latencies.Count:N0} calls in {Elapsed.TotalSeconds:N1} s", [new("latency", ColumnKind.Text), new("ms", ColumnKind.Number)],
        [.. Percentiles.Select(each => new TableRow([each.Label, TableCell.Quantity(each.Milliseconds)]))])
    {
        Notes =
        [
            $"The processor was busy {CpuShare:P0} of one core; {PauseShare:P1} of the time all threads stood still for the collector.",
            $"{AllocatedBytes / 1e6 / Elapsed.TotalSeconds:N0} MB allocated each second; {Collections[0]} collections, {Collections[1]} of them of generation 1 or 2, {Collections[2]} of generation 2.",
            $"Listening to the collector took {Cost.TotalMilliseconds.ToString("N1", CultureInfo.InvariantCulture)} ms, on a thread of its own.",
            Pauses.Count == 0 ? "No pause." : $"{Pauses.Count} pauses, the longest {Pauses.Max(pause => pause.Milliseconds).ToString("N1", CultureInfo.InvariantCulture)} ms.",
        ],
    };

    private double At(double fraction) => Quantiles.At([.. Latencies], fraction);

    private static int[] Counts() => [GC.CollectionCount(0), GC.CollectionCount(1), GC.CollectionCount(2)];

    /// <summary>Events arrive a little late.</summary>
    private static IReadOnlyList<(DateTime Start, DateTime End, int Generation)> Heard(GcListener listener, int collections)
    {
        long start = Stopwatch.GetTimestamp();
        while (listener.Pauses.Count < collections && Stopwatch.GetElapsedTime(start) < EventPatience) Thread.Sleep(20);
        return listener.Pauses;
    }
}
