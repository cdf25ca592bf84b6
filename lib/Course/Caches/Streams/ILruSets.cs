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
    uint Use(uint* request, uint* left);

    /// <summary>Whether the line is the most recent of its set, and written if the request writes: then a use changes nothing.</summary>
    bool IsNewest(uint request);

    /// <summary>Asks the processor to fetch the line's set, which a later <see cref="Use"/> needs.</summary>
    void Prefetch(uint request);

    /// <summary>The words of all sets, empty ways included.</summary>
    ReadOnlySpan<uint> Words { get; }
}
