using System.Runtime.CompilerServices;

namespace Course.Caches.Streams;

/// <summary>One word for every line that was ever asked for, found by line number. Pages of words never move.</summary>
internal sealed unsafe class LineTimes
{
    private const int PageShift = 10;
    private readonly List<AlignedWords> _pages = [];
    private ulong[] _pageNumbers = new ulong[64]; // Open addressing; a page number is stored plus 1, and 0 is free.
    private ulong*[] _pageWords = new ulong*[64];

    /// <summary>The line's word, 0 at first. Valid as long as this object lives.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ulong* Find(ulong line)
    {
        ulong page = line >> PageShift;
        uint at = Slot(page, (uint)_pageNumbers.Length - 1);
        ulong* words = _pageNumbers[at] == page + 1 ? _pageWords[at] : FindPage(page);
        return words + (line & ((1 << PageShift) - 1));
    }

    private ulong* FindPage(ulong page)
    {
        uint mask = (uint)_pageNumbers.Length - 1, at = Slot(page, mask);
        while (_pageNumbers[at] != page + 1)
        {
            if (_pageNumbers[at] == 0) return AddPage(page);
            at = (at + 1) & mask;
        }
        return _pageWords[at];
    }

    private ulong* AddPage(ulong page)
    {
        if (4 * _pages.Count >= _pageNumbers.Length) Grow();
        var added = new AlignedWords(1 << PageShift, 0);
        _pages.Add(added);
        Insert(page + 1, added.Pointer);
        return added.Pointer;
    }

    private void Grow()
    {
        ulong[] numbers = _pageNumbers;
        ulong*[] words = _pageWords;
        _pageNumbers = new ulong[2 * numbers.Length];
        _pageWords = new ulong*[2 * numbers.Length];
        for (int i = 0; i < numbers.Length; i++)
            if (numbers[i] != 0) Insert(numbers[i], words[i]);
    }

    private void Insert(ulong storedNumber, ulong* words)
    {
        uint mask = (uint)_pageNumbers.Length - 1, at = Slot(storedNumber - 1, mask);
        while (_pageNumbers[at] != 0) at = (at + 1) & mask;
        _pageNumbers[at] = storedNumber;
        _pageWords[at] = words;
    }

    private static uint Slot(ulong page, uint mask) => (uint)(page * 0x9E37_79B9_7F4A_7C15 >> 32) & mask;
}
