using Course.Caches;
using Course.Traces;

namespace Course.Scenes;

/// <summary>A simulator and what happened in it during the last step.</summary>
internal sealed class WatchedCache : ICacheObserver
{
    private readonly List<CacheEvent> _events = [];

    public WatchedCache(CacheConfiguration configuration) => Simulator = new CacheSimulator(configuration, this);

    public CacheSimulator Simulator { get; }

    public CacheCounts Counts => Simulator.Counts[0];

    public SetAssociativeCache FirstLevel => Simulator.Hierarchy.Levels[0];

    /// <summary>Plays one access; the events are valid until the next one.</summary>
    public IReadOnlyList<CacheEvent> Step(Access access)
    {
        _events.Clear();
        Simulator.Step(access);
        return _events;
    }

    public bool Holds(ulong line) => FirstLevel.Find(line) >= 0;

    public string HitRate => Counts.Accesses == 0 ? "no access yet" : $"{100.0 * Counts.Hits / Counts.Accesses:F0} %";

    void ICacheObserver.On(in CacheEvent happened) => _events.Add(happened);
}
