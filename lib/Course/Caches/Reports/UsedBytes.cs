using Course.Traces;

namespace Course.Caches.Reports;

/// <summary>Follows which bytes of each line in the first data level are touched between its arrival and its departure.</summary>
public sealed class UsedBytes : ICacheObserver
{
    private readonly Trace _trace;
    private readonly CacheGeometry _geometry;
    private readonly int _level;
    private readonly AccessMode _mode;
    private readonly int _words;
    private readonly ulong[] _touched; // One bit per byte of each resident line.
    private readonly long[] _fetched;  // By array.
    private readonly long[] _used;     // By array.
    private readonly long[][] _usedByField;

    /// <param name="level">The level to follow.</param>
    public UsedBytes(CacheConfiguration configuration, Trace trace, int level = 0)
    {
        (_trace, _level, _mode) = (trace, level, configuration.Access);
        _geometry = configuration.Levels[level].Geometry;
        _words = (_geometry.LineBytes + 63) / 64;
        _touched = new ulong[_geometry.Lines * _words];
        _fetched = new long[trace.Arrays.Count];
        _used = new long[trace.Arrays.Count];
        _usedByField = [.. trace.Arrays.Select(array => new long[array.Fields?.Count ?? 0])];
    }

    public void On(in CacheEvent happened)
    {
        if (happened.Level != _level || happened.Kind is not (CacheEventKind.Hit or CacheEventKind.Fill)) return;
        ref readonly Access access = ref _trace[happened.Access];
        Span<ulong> touched = _touched.AsSpan((happened.Set * _geometry.Ways + happened.Way) * _words, _words);
        if (happened.Kind == CacheEventKind.Fill)
        {
            touched.Clear();
            _fetched[access.Array]++;
        }
        ulong lineStart = happened.Line << _geometry.LineShift;
        ulong size = _mode == AccessMode.Cachelab ? 1 : (ulong)access.Size;
        ulong end = Math.Min(access.Address + size, lineStart + (ulong)_geometry.LineBytes);
        // A prefetched line is filled on behalf of an access that touches none of its bytes: then the loop is empty.
        for (ulong address = Math.Max(access.Address, lineStart); address < end; address++) Touch(touched, address, lineStart, access.Array);
    }

    private void Touch(Span<ulong> touched, ulong address, ulong lineStart, ushort array)
    {
        int offset = (int)(address - lineStart);
        ulong bit = 1ul << (offset & 63);
        if ((touched[offset >> 6] & bit) != 0) return;
        touched[offset >> 6] |= bit;
        _used[array]++;
        ArrayRegion region = _trace.Arrays[array];
        if (region.Fields is null || region.ElementBytes == 0) return;
        long row = (long)(address - region.Address);
        if (region.PitchBytes > 0) row %= region.PitchBytes;
        int inElement = (int)(row % region.ElementBytes);
        for (int field = 0; field < region.Fields.Count; field++)
        {
            if ((uint)(inElement - region.Fields[field].Offset) >= (uint)region.Fields[field].Bytes) continue;
            _usedByField[array][field]++;
            return;
        }
    }

    /// <summary>Per array, its fields behind it.</summary>
    public IReadOnlyList<UsedBytesRow> Rows()
    {
        var rows = new List<UsedBytesRow>();
        for (int array = 0; array < _fetched.Length; array++)
        {
            ArrayRegion region = _trace.Arrays[array];
            if (_fetched[array] == 0) continue;
            long bytes = _fetched[array] * _geometry.LineBytes;
            rows.Add(new UsedBytesRow(region.Name, "", _fetched[array], bytes, _used[array]));
            for (int field = 0; field < _usedByField[array].Length; field++)
                rows.Add(new UsedBytesRow(region.Name, region.Fields![field].Name, _fetched[array], bytes, _usedByField[array][field]));
        }
        return rows;
    }
}
