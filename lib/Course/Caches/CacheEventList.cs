namespace Course.Caches;

/// <summary>Keeps every event it is told of.</summary>
public sealed class CacheEventList : ICacheObserver
{
    private readonly List<CacheEvent> _events = [];

    public IReadOnlyList<CacheEvent> Events => _events;

    public void On(in CacheEvent happened) => _events.Add(happened);
}
