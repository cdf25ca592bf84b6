using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics.X86;

namespace Course.Caches.Streams;

/// <summary>
/// One word for every line that was ever asked for, by its number of 30 bits. The table of pages is large and mostly untouched, which
/// costs no memory until it is.
/// </summary>
internal sealed unsafe class LineTimes : IDisposable
{
    public const int PageLines = 1 << PageShift;

    private const int PageShift = 12, MostPages = 1 << (30 - PageShift), PagesWorthFetchingAhead = 8;
    private readonly List<nint> _pages = [];
    private ulong** _wordsOfPage = (ulong**)NativeMemory.AllocZeroed(MostPages, (nuint)sizeof(ulong*));

    ~LineTimes() => Free();

    /// <summary>The word of a line that was prepared, 0 at first. Valid as long as this object lives.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong* Find(ulong** table, uint line) => table[line >> PageShift] + (line & (PageLines - 1));

    /// <summary>Makes the pages that requests need, and asks the processor to fetch their words where there are many.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Prepare(uint* requests, int count)
    {
        ulong** table = _wordsOfPage;
        bool fetchAhead = Sse.IsSupported && _pages.Count > PagesWorthFetchingAhead;
        for (nint i = 0; i < count; i++)
        {
            uint line = requests[i] >> 2;
            if (table[line >> PageShift] == null) Add(line >> PageShift);
            if (fetchAhead) Sse.Prefetch0(Find(table, line));
        }
    }

    public ulong** Table => _wordsOfPage;

    public int Pages => _pages.Count;

    private void Add(uint page)
    {
        ulong* words = (ulong*)NativeMemory.AllocZeroed(PageLines, sizeof(ulong));
        _pages.Add((nint)words);
        _wordsOfPage[page] = words;
    }

    /// <summary>Where the words of at least this time are, in order of time.</summary>
    public nint[] UsedSince(ulong time)
    {
        var times = new List<ulong>();
        var words = new List<nint>();
        foreach (nint page in _pages)
        {
            for (ulong* word = (ulong*)page; word < (ulong*)page + PageLines; word++)
            {
                if (*word < time) continue;
                times.Add(*word);
                words.Add((nint)word);
            }
        }
        nint[] inOrder = [.. words];
        Array.Sort(times.ToArray(), inOrder);
        return inOrder;
    }

    public void Dispose()
    {
        Free();
        GC.SuppressFinalize(this);
    }

    private void Free()
    {
        foreach (nint page in _pages) NativeMemory.Free((void*)page);
        _pages.Clear();
        NativeMemory.Free(_wordsOfPage);
        _wordsOfPage = null;
    }
}
