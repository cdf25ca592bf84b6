namespace Course.Caches.Cases;

/// <summary>Finds a count by the name that the case files, and with them the other simulators, give it.</summary>
internal static class CaseCounts
{
    /// <param name="name"><c>L1.hits</c>, <c>mem.reads</c>, or one of cachegrind's totals such as <c>D1misses</c>.</param>
    public static long? Find(CacheSimulator simulator, string name)
    {
        int dot = name.IndexOf('.');
        if (dot < 0) return simulator.Hierarchy is CachegrindHierarchy cachegrind ? OfCachegrind(cachegrind, name) : null;
        string level = name[..dot], count = name[(dot + 1)..];
        for (int i = 0; i < simulator.Counts.Count; i++)
            if (simulator.Configuration.Levels[i].Name == level) return OfLevel(simulator, i, count);
        return level == "mem" ? OfMemory(simulator, count) : null;
    }

    private static long? OfLevel(CacheSimulator simulator, int level, string name)
    {
        CacheCounts counts = simulator.Counts[level];
        int lineBytes = simulator.Configuration.Levels[level].Geometry.LineBytes;
        return name switch
        {
            "accesses" => counts.Accesses,
            "reads" or "load" => counts.Reads,
            "writes" or "store" => counts.Writes,
            "hits" or "hit" => counts.Hits,
            "misses" or "miss" => counts.Misses,
            "readHits" => counts.Reads - counts.ReadMisses,
            "writeHits" => counts.Writes - counts.WriteMisses,
            "readMisses" => counts.ReadMisses,
            "writeMisses" => counts.WriteMisses,
            "evictions" => counts.Evictions,
            "writebacksIssued" or "evict" => counts.WriteBacks,
            "dirtyBytesEvicted" => counts.WriteBacks * lineBytes,
            "dirtyBytesInCache" or "bytesWrittenByFinalFlush" => (long)simulator.Hierarchy.Levels[level].CountDirty() * lineBytes,
            "bytesReadFromBelow" => counts.BytesReadFromBelow,
            "bytesWrittenBelow" => counts.BytesWrittenBelow,
            "prefetches" => counts.Prefetches,
            "prefetchMisses" => counts.PrefetchMisses,
            "prefetchHits" => counts.Prefetches - counts.PrefetchMisses,
            "backInvalidations" => counts.BackInvalidations,
            "movedToL1" or "movedUp" => counts.MovedUp,
            "compulsory" => counts.Compulsory,
            "capacity" => counts.Capacity,
            "conflict" => counts.Conflict,
            "fullyAssociativeMisses" => counts.FullyAssociativeMisses,
            _ => null,
        };
    }

    private static long? OfMemory(CacheSimulator simulator, string name) => name switch
    {
        "reads" or "load" => simulator.Memory.Reads,
        "writes" or "store" => simulator.Memory.Writes,
        "bytesRead" => simulator.Memory.BytesRead,
        "bytesWritten" => simulator.Memory.BytesWritten,
        "bytesWrittenByFinalFlush" => simulator.Hierarchy.FlushBytes(),
        _ => null,
    };

    private static long? OfCachegrind(CachegrindHierarchy cachegrind, string name)
    {
        CacheCounts instructions = cachegrind.Counts[0], data = cachegrind.Counts[1], last = cachegrind.Counts[2];
        long lastInstructions = cachegrind.LastLevelInstructionMisses;
        return name switch
        {
            "Irefs" => instructions.Reads,
            "I1misses" => instructions.Misses,
            "LLi" => lastInstructions,
            "Drefs" => data.Accesses,
            "Drd" => data.Reads,
            "Dwr" => data.Writes,
            "D1misses" => data.Misses,
            "D1rd" => data.ReadMisses,
            "D1wr" => data.WriteMisses,
            "LLd" => last.Misses - lastInstructions,
            "LLdrd" => last.ReadMisses - lastInstructions,
            "LLdwr" => last.WriteMisses,
            _ => null,
        };
    }
}
