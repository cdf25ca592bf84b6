using System.Diagnostics;
using System.Diagnostics.Tracing;

namespace Course.Profile.Pauses;

/// <summary>Hears the collector of this process stop and start the threads.</summary>
internal sealed class GcListener : EventListener
{
    private const EventKeywords Collector = (EventKeywords)1;

    private readonly Lock _gate = new();
    private readonly List<(DateTime Start, DateTime End, int Generation)> _pauses = [];
    private DateTime _suspended;
    private int _generation;
    private bool _collected;
    private long _ticks;

    /// <summary>Time spent in this listener, on the runtime's own thread for events.</summary>
    public TimeSpan Cost => Stopwatch.GetElapsedTime(0, Interlocked.Read(ref _ticks));

    /// <summary>Stops that were for a collection, in order.</summary>
    public IReadOnlyList<(DateTime Start, DateTime End, int Generation)> Pauses
    {
        get { lock (_gate) return [.. _pauses]; }
    }

    protected override void OnEventSourceCreated(EventSource source)
    {
        if (source.Name == "Microsoft-Windows-DotNETRuntime") EnableEvents(source, EventLevel.Informational, Collector);
    }

    // The base class enables events before this class's fields are set up, so the first ones may come early.
    protected override void OnEventWritten(EventWrittenEventArgs written)
    {
        if (_gate is null || _pauses is null || written.EventName is not { } name) return;
        long start = Stopwatch.GetTimestamp();
        lock (_gate)
        {
            if (name.StartsWith("GCSuspendEEBegin", StringComparison.Ordinal)) (_suspended, _collected) = (written.TimeStamp, IsForCollection(written));
            else if (name.StartsWith("GCStart", StringComparison.Ordinal)) _generation = Convert.ToInt32(written.Payload![1]);
            else if (name.StartsWith("GCRestartEEEnd", StringComparison.Ordinal) && _suspended != default)
            {
                if (_collected) _pauses.Add((_suspended, written.TimeStamp, _generation));
                _suspended = default;
            }
        }
        Interlocked.Add(ref _ticks, Stopwatch.GetTimestamp() - start);
    }

    /// <summary>Reason 1 is a collection and 6 its preparation; others are debuggers and the compiler.</summary>
    private static bool IsForCollection(EventWrittenEventArgs suspend) => suspend.Payload is { Count: > 0 } payload && Convert.ToInt32(payload[0]) is 1 or 6;
}
