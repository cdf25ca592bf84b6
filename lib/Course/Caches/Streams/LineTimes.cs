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

    private const uint OffsetMask = (PageLines - 1) << 2; // Of a request; the shift that makes it one makes bytes of words.
    private const int PageShift = 12, MostPages = 1 << (30 - PageShift), PagesWorthFetchingAhead = 8;

    // Memory that the system takes back costs a fault for every 4 KiB when it comes again, which is dearer than all uses of a line.
    private const int MostSpare = 1024;
    private static readonly Stack<nint> Spare = [];
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
            uint request = requests[i];
            byte* page = (byte*)table[request >> (2 + PageShift)];
            if (page == null) return (int)i;
            uint* word = (uint*)(page + (request & OffsetMask));
            last[i] = *word;
            *word = ++now;
        }
        return count;
    }

    private void FetchAhead(uint* requests, int count)
    {
        uint** table = _wordsOfPage;
        for (nint i = 0; i < count; i++) Sse.Prefetch0((byte*)table[requests[i] >> (2 + PageShift)] + (requests[i] & OffsetMask));
    }

    private void AddPage(uint request)
    {
        nint words;
        lock (Spare) Spare.TryPop(out words);
        if (words != 0) NativeMemory.Clear((void*)words, PageLines * sizeof(uint));
        else words = (nint)NativeMemory.AllocZeroed(PageLines, sizeof(uint));
        _pages.Add(words);
        _wordsOfPage[request >> (2 + PageShift)] = (uint*)words;
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
        lock (Spare)
        {
            foreach (nint page in _pages)
            {
                if (Spare.Count < MostSpare) Spare.Push(page);
                else NativeMemory.Free((void*)page);
            }
        }
        _pages.Clear();
        NativeMemory.Free(_wordsOfPage);
        _wordsOfPage = null;
    }
}
