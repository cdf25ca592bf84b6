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
    private uint** _wordsOfPage = (uint**)NativeMemory.AllocZeroed(MostPages, (nuint)sizeof(uint*));

    ~LineTimes() => Free();

    public int Pages => _pages.Count;

    /// <summary>Notes a use of each line, one time after another behind <paramref name="now"/>, and returns when each was last used; 0 is never.</summary>
    public void Exchange(uint* requests, uint* last, int count, uint now)
    {
        if (Sse.IsSupported && _pages.Count > PagesWorthFetchingAhead) FetchAhead(requests, count);
        // A call inside the loop would make the compiler keep the loop's variables in memory.
        for (int done = 0; (done += ExchangeKnown(requests + done, last + done, count - done, now + (uint)done)) < count;) AddPage(requests[done]);
    }

    /// <summary>The same up to the first line without a page; returns how many.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private int ExchangeKnown(uint* requests, uint* last, int count, uint now)
    {
        uint** table = _wordsOfPage;
        for (nint i = 0; i < count; i++)
        {
            uint line = requests[i] >> 2;
            uint* page = table[line >> PageShift];
            if (page == null) return (int)i;
            uint* word = page + (line & (PageLines - 1));
            last[i] = *word;
            *word = ++now;
        }
        return count;
    }

    private void FetchAhead(uint* requests, int count)
    {
        uint** table = _wordsOfPage;
        for (nint i = 0; i < count; i++) Sse.Prefetch0(table[requests[i] >> (2 + PageShift)] + ((requests[i] >> 2) & (PageLines - 1)));
    }

    private void AddPage(uint request)
    {
        uint* words = (uint*)NativeMemory.AllocZeroed(PageLines, sizeof(uint));
        _pages.Add((nint)words);
        _wordsOfPage[request >> (2 + PageShift)] = words;
    }

    /// <summary>Where the words of at least this time are, in order of time. Other words, unless 0, become <paramref name="before"/>.</summary>
    public nint[] UsedSince(uint time, uint before)
    {
        var times = new List<uint>();
        var words = new List<nint>();
        foreach (nint page in _pages)
        {
            for (uint* word = (uint*)page; word < (uint*)page + PageLines; word++)
            {
                if (*word >= time)
                {
                    times.Add(*word);
                    words.Add((nint)word);
                }
                else if (*word != 0)
                {
                    *word = before;
                }
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
