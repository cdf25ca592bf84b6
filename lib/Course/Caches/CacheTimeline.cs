using Course.Traces;

namespace Course.Caches;

/// <summary>
/// A played trace that can be entered at any point, forwards and backwards. It keeps a copy of the caches every few thousand accesses;
/// any state is a copy and a short replay away.
/// </summary>
public sealed class CacheTimeline
{
    private const int MostCheckpoints = 256;
    private readonly Trace _trace;
    private readonly List<CacheSimulator> _checkpoints = [];
    private readonly int _spacing;

    public CacheTimeline(CacheConfiguration configuration, Trace trace)
    {
        _trace = trace;
        _spacing = Math.Max(1024, trace.Count / MostCheckpoints + 1);
        var simulator = new CacheSimulator(configuration);
        for (int at = 0; at < trace.Count; at += _spacing)
        {
            _checkpoints.Add(simulator.Copy());
            simulator.Run(trace.Accesses.Slice(at, Math.Min(_spacing, trace.Count - at)));
        }
        if (_checkpoints.Count == 0) _checkpoints.Add(simulator.Copy());
    }

    /// <summary>Accesses of the trace.</summary>
    public int Length => _trace.Count;

    /// <summary>The simulator after the first <paramref name="position"/> accesses; the caller may step it further.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Below 0 or beyond the trace.</exception>
    public CacheSimulator At(int position)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(position);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(position, Length);
        CacheSimulator simulator = _checkpoints[Math.Min(position / _spacing, _checkpoints.Count - 1)].Copy();
        simulator.Run(_trace.Accesses[simulator.Position..position]);
        return simulator;
    }

    /// <summary>What the access at this index does, in order.</summary>
    public IReadOnlyList<CacheEvent> EventsOf(int access)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)access, (uint)Length, nameof(access));
        var recorder = new CacheEventList();
        CacheSimulator simulator = At(access);
        simulator.Hierarchy.Observer = recorder;
        simulator.Step(_trace[access]);
        return recorder.Events;
    }

    /// <summary>Every event of the trace, in order: what a short scene is drawn from.</summary>
    public static IReadOnlyList<CacheEvent> EventsOf(CacheConfiguration configuration, Trace trace)
    {
        var recorder = new CacheEventList();
        new CacheSimulator(configuration, recorder).Run(trace);
        return recorder.Events;
    }
}
