namespace Course.Caches.Streams;

/// <summary>
/// The sets of one LRU cache, most recent line first in each. A line's word is <c>line number &lt;&lt; 2 | written</c>; bit 1 is zero.
/// </summary>
internal interface ILruSets
{
    /// <summary>An empty way. Its line number is out of reach and its written bit is clear.</summary>
    const ulong Empty = ulong.MaxValue << 2;

    /// <summary>What <see cref="Use"/> returns when the line was there: no word has bit 1, and 0 is line 0, unwritten.</summary>
    const ulong Hit = 2;

    /// <summary>
    /// Makes the line the most recent of its set. Returns <see cref="Hit"/> when it was there, else the word that left, which may be <see cref="Empty"/>.
    /// </summary>
    /// <param name="key">Line number shifted left by 2.</param>
    /// <param name="written">1 when the line is written, else 0.</param>
    ulong Use(ulong key, ulong written);

    /// <summary>Does the same if the line is among the two most recent of its set; returns false, and does nothing, otherwise.</summary>
    bool TryUseNear(ulong key, ulong written);

    /// <summary>Asks the processor to fetch the line's set, which a later <see cref="Use"/> needs.</summary>
    void Prefetch(ulong key);

    /// <summary>Words that hold a line, and those of them that are written.</summary>
    (long Lines, long Written) CountHeld();
}
