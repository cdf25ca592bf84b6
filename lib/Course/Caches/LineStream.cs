using Course.Traces;

namespace Course.Caches;

/// <summary>The line numbers that a trace's data accesses look up, in order, once per line piece and part of a modification.</summary>
public static class LineStream
{
    /// <summary>Calls back with the index of the access, its line, and whether it writes. Instructions are left out.</summary>
    public static void ForEach(ReadOnlySpan<Access> accesses, CacheGeometry geometry, AccessMode mode, Action<int, ulong, bool> visit)
    {
        for (int i = 0; i < accesses.Length; i++)
        {
            ref readonly Access access = ref accesses[i];
            int size = mode == AccessMode.Cachelab ? 1 : access.Size;
            if (access.Kind == AccessKind.Instruction || size == 0) continue;
            ulong first = geometry.LineOf(access.Address), last = geometry.LineOf(access.Address + (ulong)size - 1);
            if (access.Kind != AccessKind.Store)
                for (ulong line = first; line <= last; line++) visit(i, line, false);
            if (access.Kind is AccessKind.Store or AccessKind.Modify)
                for (ulong line = first; line <= last; line++) visit(i, line, true);
        }
    }
}
