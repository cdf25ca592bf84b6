namespace Course.Caches.Streams;

/// <summary>
/// Line numbers of 30 bits for addresses of 64: two windows of 2^29 lines each (32 GiB with lines of 64 bytes), which lie where
/// the first addresses of the trace lie. Most traces stay in one; the second is for a stack far from the heap. A line keeps its set.
/// </summary>
internal sealed class LineWindows
{
    /// <summary>Lines of one window, as a power of two.</summary>
    public const int Shift = 29;

    private const ulong None = ulong.MaxValue;
    private const uint OffsetMask = (1u << Shift) - 1;
    private ulong _first = None, _second = None;

    public bool HasFirst => _first != None;

    public bool HasSecond => _second != None;

    /// <summary>Number of the window that the first address lies in: line number &gt;&gt; <see cref="Shift"/>.</summary>
    public ulong First => _first;

    public ulong Second => _second;

    /// <summary>The short number of a line, less than 2^30 - 1; false when it lies in neither window.</summary>
    public bool TryMap(ulong line, out uint number)
    {
        ulong window = line >> Shift;
        number = (uint)line & OffsetMask;
        if (window == _first) return true;
        if (_first == None)
        {
            _first = window;
            return true;
        }
        if (_second == None) _second = window;
        if (window != _second || number == OffsetMask) return false; // That number is an empty way's.
        number |= 1u << Shift;
        return true;
    }
}
