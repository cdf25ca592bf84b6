using System.Diagnostics;
using Course.Profile.Events;
using Course.Profile.Sampling;
using Course.Profile.Tables;
using Display;

namespace Course.Profile.Allocations;

/// <summary>
/// Who allocates how much of what: by line, method and type, from the runtime's random samples, one for about every 100 kB; the program
/// needs no change. Totals are exact. <c>LineProfile</c> and <c>CallProfile</c> count the bytes of cells' own code exactly.
/// </summary>
[TypeFormatterSource(typeof(DisplayableFormatters), PreferredMimeTypes = ["text/html", "text/plain"])]
public sealed class AllocationProfile : IDisplayable
{
    private const long AllocationSampling = 0x80000000000;
    private const int MostRows = 40;

    private AllocationProfile(string title, IReadOnlyList<AllocationSite> sites, long? exactBytes, IReadOnlyList<string> notes) =>
        (Title, Sites, ExactBytes, Notes) = (title, sites, exactBytes, notes);

    /// <summary>What was profiled.</summary>
    public string Title { get; }

    /// <summary>By line and type, most bytes first.</summary>
    public IReadOnlyList<AllocationSite> Sites { get; }

    /// <summary>What all threads of the process allocated meanwhile; null for another process, which keeps that to itself.</summary>
    public long? ExactBytes { get; }

    /// <summary>How sure the estimates are and what measuring cost.</summary>
    public IReadOnlyList<string> Notes { get; }

    /// <summary>Estimated bytes by method, most first.</summary>
    public IEnumerable<(string Method, double Bytes)> Methods => By(site => site.Method);

    /// <summary>Estimated bytes by source line, most first.</summary>
    public IEnumerable<(string Line, double Bytes)> Lines => By(site => site.Line.Length > 0 ? site.Line : site.Method);

    /// <summary>Estimated bytes by type, most first.</summary>
    public IEnumerable<(string Type, double Bytes)> Types => By(site => site.Type);

    /// <summary>Profiles work of this process while it runs once, on all threads.</summary>
    /// <exception cref="ProfileException">This process has no diagnostic socket.</exception>
    public static AllocationProfile Of(Action work)
    {
        using EventRecording recording = Start(Environment.ProcessId);
        Exception? thrown = null;
        long bytes = GC.GetTotalAllocatedBytes(true), from = Stopwatch.GetTimestamp();
        try { work(); }
        catch (Exception exception) when (exception is not ThreadInterruptedException and not OperationCanceledException) { thrown = exception; }
        long to = Stopwatch.GetTimestamp();
        bytes = GC.GetTotalAllocatedBytes(true) - bytes;
        using RecordedEvents log = recording.Stop();
        return Build("Allocations of the work", log, bytes, from, to, thrown);
    }

    /// <summary>Profiles a running process, this one or another, for some seconds, or until it ends.</summary>
    /// <param name="processId">As <c>course ps</c> lists it.</param>
    /// <exception cref="ProfileException">The process cannot be reached; the message names the reason and the remedy.</exception>
    public static AllocationProfile Attach(int processId, double seconds, CancellationToken stop = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(seconds);
        using EventRecording recording = Start(processId);
        string name = DotnetProcess.NameOf(processId);
        WaitHandle.WaitAny([((IAsyncResult)recording.Ended).AsyncWaitHandle, stop.WaitHandle], TimeSpan.FromSeconds(seconds));
        using RecordedEvents log = recording.Stop();
        return Build($"Allocations of process {processId} ({name})", log, null, long.MinValue, long.MaxValue, null);
    }

    /// <summary>The sites as a table that its headings sort.</summary>
    public ProfileTable Table() => new(Title,
        [
            new("line", ColumnKind.Text, "the innermost line of source; its method, and the library's that it called, stand below"), new("type", ColumnKind.Text),
            new("bytes", ColumnKind.Number, "estimated"), new("share", ColumnKind.Share, "of the estimated bytes"), new("objects", ColumnKind.Number, "estimated"),
        ],
        [.. Sites.Take(MostRows).Select(site => new TableRow([site.Line, site.Type, TableCell.Count(site.Bytes),
            TableCell.Share(site.Bytes / Math.Max(1.0, Sites.Sum(each => each.Bytes))), TableCell.Count(site.Objects)], site.Via.Length > 0 ? $"{site.Method}, in {site.Via}" : site.Method))])
    { SortedBy = 2, Notes = Notes };

    public MimeBundle ToBundle() => Table().ToBundle();

    public override string ToString() => Table().ToString();

    private static EventRecording Start(int processId) => EventRecording.Start(processId, [RuntimeEvents.Methods(AllocationSampling)]);

    private IEnumerable<(string, double)> By(Func<AllocationSite, string> key) =>
        Sites.GroupBy(key).Select(group => (group.Key, Bytes: group.Sum(site => (double)site.Bytes))).OrderByDescending(group => group.Bytes);

    private static AllocationProfile Build(string title, RecordedEvents log, long? bytes, long from, long to, Exception? thrown)
    {
        using var frames = new FrameTable();
        var reader = new AllocationReader(frames);
        reader.Read(log, from, to);
        List<string> notes =
        [
            (bytes is { } exact ? $"{exact:N0} bytes were allocated, exactly; by line" : "By line") + $" they are estimated from {reader.Samples:N0} samples"
            + (reader.Samples > 0 ? $", so a line with half of them is right to about {100 / Math.Sqrt(Math.Max(1, reader.Samples / 2.0)):N0} %." : ": too little was allocated for one. Make the work longer."),
            $"The session cost {log.Cost.TotalMilliseconds:N0} ms around the work; a sample itself next to nothing.",
        ];
        if (log.TargetLeft) notes.Add("The process ended before the recording did, so methods compiled before it began have no names.");
        if (log.StoppedAtSizeLimit) notes.Add("The recording reached the size it is allowed and stopped there.");
        if (thrown is not null) notes.Add($"The work threw {thrown.GetType().Name}: {thrown.Message} The table shows what was allocated until then.");
        return new(title, reader.Sites(), bytes, notes);
    }
}
