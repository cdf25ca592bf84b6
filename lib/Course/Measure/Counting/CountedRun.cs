using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;

namespace Course.Measure.Counting;

/// <summary>Every counter on every thread of this process, around one run of some work.</summary>
internal sealed class CountedRun : IDisposable
{
    private const int NoSuchThread = 3;
    private const double Covered = 0.995;

    private readonly Dictionary<CounterKind, List<PerfEvent>> _events = [];
    private readonly Dictionary<CounterKind, CounterRefusal> _refused = [];
    private ResourceUsage _before, _after;
    private double _elapsedMilliseconds;

    public CountedRun()
    {
        bool readable = OperatingSystem.IsLinux() && RuntimeInformation.ProcessArchitecture is Architecture.X64 or Architecture.Arm64;
        int[] threads = readable ? [.. Directory.EnumerateDirectories("/proc/self/task").Select(folder => int.Parse(Path.GetFileName(folder), CultureInfo.InvariantCulture))] : [];
        foreach (CounterKind kind in Enum.GetValues<CounterKind>().Where(kind => kind != CounterKind.Elapsed))
        {
            if (!readable) _refused[kind] = CounterRefusal.NotLinux;
            else Open(kind, threads);
        }
    }

    public CounterRefusal? Refused(CounterKind kind) => _refused.TryGetValue(kind, out CounterRefusal refusal) ? refusal : null;

    public void Run(Action work)
    {
        PerfEvent[] all = [.. _events.Values.SelectMany(events => events)];
        _before = ResourceUsage.Now();
        long start = Stopwatch.GetTimestamp();
        foreach (PerfEvent one in all) one.Start();
        try
        {
            work();
        }
        finally
        {
            foreach (PerfEvent one in all) one.Stop();
            _elapsedMilliseconds = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
            _after = ResourceUsage.Now();
        }
    }

    public IEnumerable<CounterRow> Rows() => Enum.GetValues<CounterKind>().Select(Row);

    public void Dispose()
    {
        foreach (PerfEvent one in _events.Values.SelectMany(events => events)) one.Dispose();
    }

    private void Open(CounterKind kind, int[] threads)
    {
        List<PerfEvent> opened = _events[kind] = [];
        foreach (int thread in threads)
        {
            if (PerfEvent.TryOpen(kind, thread, out PerfEvent? one, out int errno)) opened.Add(one);
            else if (errno != NoSuchThread)
            {
                // A count that leaves threads out would be wrong, so it is all or nothing.
                foreach (PerfEvent other in opened) other.Dispose();
                _events.Remove(kind);
                _refused[kind] = CounterRefusal.Of(errno);
                return;
            }
        }
    }

    private CounterRow Row(CounterKind kind)
    {
        if (kind == CounterKind.Elapsed) return new CounterRow(kind, _elapsedMilliseconds, CounterOrigin.Measured);
        bool hardware = CounterDefinition.Of(kind).IsHardware;
        if (_events.TryGetValue(kind, out List<PerfEvent>? events) && (hardware || kind == CounterKind.TaskClock || !events.Any(one => one.UserOnly)))
        {
            PerfReading[] readings = [.. events.Select(one => one.Read())];
            if (readings.Any(reading => reading.Scaled is null)) return new CounterRow(kind, null, CounterOrigin.Measured, CounterRefusal.NeverScheduled.Reason);
            double coverage = readings.Min(reading => reading.Coverage), sum = readings.Sum(reading => reading.Scaled!.Value);
            return new CounterRow(kind, kind == CounterKind.TaskClock ? sum / 1e6 : sum, CounterOrigin.Measured,
                coverage < Covered ? $"counted {coverage.ToString("P0", CultureInfo.InvariantCulture)} of the time, scaled to all of it" : "");
        }
        // The process's own books need no permission.
        return _after.Since(_before, kind) is { } counted
            ? new CounterRow(kind, counted, CounterOrigin.Measured, "from the system's books (getrusage)")
            : new CounterRow(kind, null, CounterOrigin.Measured, _refused.TryGetValue(kind, out CounterRefusal refusal) ? refusal.Reason : "");
    }
}
