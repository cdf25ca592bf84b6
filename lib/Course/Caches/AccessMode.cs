namespace Course.Caches;

/// <summary>How an access of several bytes becomes lookups of lines.</summary>
public enum AccessMode
{
    /// <summary>Every line that <c>[address, address + size)</c> overlaps is an access of its own, in ascending order; M is all loads, then all stores.</summary>
    Split,

    /// <summary>The size is ignored: one access to the line of the address; M is a load, then a store.</summary>
    Cachelab,

    /// <summary>One reference each, M a read; a reference over a line's edge looks up both lines and misses at most once.</summary>
    Cachegrind,
}
