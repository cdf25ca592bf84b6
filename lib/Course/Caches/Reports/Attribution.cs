using System.Runtime.InteropServices;
using Course.Traces;

namespace Course.Caches.Reports;

/// <summary>Adds up hits, misses and evictions per array and loop, and who made whom leave.</summary>
public sealed class Attribution : ICacheObserver
{
    private readonly record struct Place(byte Level, ushort Array, byte Loop);

    private readonly record struct Meeting(byte Level, ushort Evicted, ushort By);

    private struct Tally
    {
        public long Accesses, Misses, Evictions;
    }

    private readonly Trace _trace;
    private readonly CacheConfiguration _configuration;
    private readonly ushort[][] _owners; // By level, set and way: the array whose access brought the line.
    private readonly Dictionary<Place, Tally> _tallies = [];
    private readonly Dictionary<Meeting, long> _meetings = [];

    public Attribution(CacheConfiguration configuration, Trace trace)
    {
        (_configuration, _trace) = (configuration, trace);
        _owners = [.. configuration.Levels.Select(level => new ushort[level.Geometry.Lines])];
    }

    public void On(in CacheEvent happened)
    {
        if (happened.Kind is not (CacheEventKind.Hit or CacheEventKind.Miss or CacheEventKind.Evict or CacheEventKind.Fill)) return;
        ref readonly Access access = ref _trace[happened.Access];
        int at = happened.Set * _configuration.Levels[happened.Level].Geometry.Ways + happened.Way;
        if (happened.Kind == CacheEventKind.Fill)
        {
            _owners[happened.Level][at] = access.Array;
            return;
        }
        ref Tally tally = ref CollectionsMarshal.GetValueRefOrAddDefault(_tallies, new Place(happened.Level, access.Array, access.Loop), out _);
        if (happened.Kind == CacheEventKind.Evict)
        {
            tally.Evictions++;
            CollectionsMarshal.GetValueRefOrAddDefault(_meetings, new Meeting(happened.Level, _owners[happened.Level][at], access.Array), out _)++;
            return;
        }
        tally.Accesses++;
        if (happened.Kind == CacheEventKind.Miss) tally.Misses++;
    }

    /// <summary>By level, then most misses first.</summary>
    public IReadOnlyList<AttributionRow> Rows() =>
    [
        .. from entry in _tallies
           orderby entry.Key.Level, entry.Value.Misses descending, entry.Value.Accesses descending, entry.Key.Array, entry.Key.Loop
           select new AttributionRow(LevelName(entry.Key.Level), ArrayName(entry.Key.Array), _trace.Loops[entry.Key.Loop],
               entry.Value.Accesses, entry.Value.Misses, entry.Value.Evictions),
    ];

    /// <summary>By level, then most lines first.</summary>
    public IReadOnlyList<EvictionRow> Evictions() =>
    [
        .. from entry in _meetings
           orderby entry.Key.Level, entry.Value descending, entry.Key.Evicted, entry.Key.By
           select new EvictionRow(LevelName(entry.Key.Level), ArrayName(entry.Key.Evicted), ArrayName(entry.Key.By), entry.Value),
    ];

    private string LevelName(byte level) => _configuration.Levels[level].Name;

    private string ArrayName(ushort array) => _trace.Arrays[array].Name;
}
