namespace Course.Caches;

/// <summary>One thing that happened in one level, in the order in which it happened.</summary>
/// <param name="Access">Index of the program's access in the trace.</param>
/// <param name="Level">0 for the level nearest the program.</param>
/// <param name="Write">The request was a write.</param>
/// <param name="Line">Line number at this level: address / line bytes.</param>
/// <param name="Way">-1 where no way is involved.</param>
public readonly record struct CacheEvent(int Access, CacheEventKind Kind, byte Level, bool Write, ulong Line, int Set, int Way);
