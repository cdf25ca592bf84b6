namespace Course.Caches;

/// <summary>Is told of everything that happens in a simulated hierarchy, while it happens.</summary>
public interface ICacheObserver
{
    void On(in CacheEvent happened);
}
