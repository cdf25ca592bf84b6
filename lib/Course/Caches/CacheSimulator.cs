using Course.Traces;

namespace Course.Caches;

/// <summary>
/// Plays accesses through a simulated hierarchy, one at a time. Exact in every mode and able to tell an observer of every event.
/// </summary>
public sealed class CacheSimulator
{
    private readonly CachegrindHierarchy? _cachegrind;

    /// <exception cref="ArgumentException">A configuration that contradicts itself.</exception>
    public CacheSimulator(CacheConfiguration configuration, ICacheObserver? observer = null)
        : this(configuration, Hierarchy.Create(configuration.Hierarchy, configuration.Levels), position: 0)
    {
        if ((configuration.Access == AccessMode.Cachegrind) != (configuration.Hierarchy == HierarchyKind.Cachegrind))
            throw new ArgumentException("Access mode cachegrind and hierarchy cachegrind belong together; ask for both or for neither.");
        Hierarchy.Observer = observer;
    }

    private CacheSimulator(CacheConfiguration configuration, Hierarchy hierarchy, int position)
    {
        (Configuration, Hierarchy, Position) = (configuration, hierarchy, position);
        _cachegrind = hierarchy as CachegrindHierarchy;
    }

    public CacheConfiguration Configuration { get; }

    public Hierarchy Hierarchy { get; }

    /// <summary>Accesses played so far.</summary>
    public int Position { get; private set; }

    /// <summary>Counts by level, level 0 nearest the program.</summary>
    public IReadOnlyList<CacheCounts> Counts => Hierarchy.Counts;

    public MemoryCounts Memory => Hierarchy.Memory;

    public void Run(Trace trace) => Run(trace.Accesses);

    public void Run(ReadOnlySpan<Access> accesses)
    {
        foreach (ref readonly Access access in accesses) Step(access);
    }

    public void Step(in Access access)
    {
        Hierarchy.Access = Position++;
        ulong bytes = Configuration.Access == AccessMode.Cachelab ? 1 : (ulong)access.Size;
        if (bytes == 0) return;
        switch (access.Kind)
        {
            case AccessKind.Load:
                Hierarchy.Load(access.Address, bytes);
                break;
            case AccessKind.Store:
                Hierarchy.Store(access.Address, bytes);
                break;
            case AccessKind.Modify:
                Hierarchy.Load(access.Address, bytes);
                if (_cachegrind is null) Hierarchy.Store(access.Address, bytes);
                break;
            case AccessKind.Instruction:
                _cachegrind?.Fetch(access.Address, bytes);
                break;
        }
    }

    /// <summary>The simulator as it is now; the copy has no observer and goes its own way.</summary>
    public CacheSimulator Copy() => new(Configuration, Hierarchy.Copy(), Position);
}
