namespace Course.Caches.Streams;

/// <summary>
/// The sets of one LRU cache, most recent line first in each. A line's word is <c>line number &lt;&lt; 2 | any &lt;&lt; 1 | written</c>.
/// </summary>
internal unsafe interface ILruSets : IDisposable
{
    /// <summary>An empty way. No line has its number, and its written bit is clear.</summary>
    const uint Empty = uint.MaxValue << 2;

    /// <summary>
    /// Makes the line the most recent of its set. Returns 0 when it was not there, and then the word that had to leave, which may be
    /// <see cref="Empty"/>; else anything but 0, and any word.
    /// </summary>
    uint Use(uint request, uint* left);

    /// <summary>The same with a branch for each outcome: quicker where a pattern repeats, slower where the processor cannot foresee the next.</summary>
    uint UseForeseen(uint request, uint* left);

    /// <summary>The words of all sets, empty ways included.</summary>
    ReadOnlySpan<uint> Words { get; }
}
