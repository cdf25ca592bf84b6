namespace Course.Caches.Reports;

/// <summary>Tells several observers of each event, in order.</summary>
internal sealed class ObserverGroup(params ICacheObserver[] observers) : ICacheObserver
{
    public void On(in CacheEvent happened)
    {
        foreach (ICacheObserver observer in observers) observer.On(happened);
    }
}
