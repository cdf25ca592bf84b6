using Course.Traces;

namespace Course.Caches.Streams;

/// <summary>
/// Feeds affine loops to a front and leaves out the iterations that touch the same lines as the one before. They change nothing:
/// when a body's lines all fit in any one set, the first pass over them leaves them there in the order of their last uses,
/// and every further pass hits and leaves the same order. So the rest is a multiplication.
/// </summary>
internal sealed class AffineFront(CacheGeometry geometry, AccessFront front)
{
    private readonly ulong _lineMask = (ulong)geometry.LineBytes - 1;

    public void Run(AffineLoop loop)
    {
        AffineReference[] body = [.. loop.References.Where(reference => reference.Kind != AccessKind.Instruction && reference.Size > 0)];
        var lines = new ulong[body.Length];
        var lastInLine = new long[body.Length]; // The iteration after which the reference leaves its line.
        Array.Fill(lastInLine, -1);
        long reads = body.Count(reference => reference.Kind != AccessKind.Store), writes = body.Count(reference => reference.Kind != AccessKind.Load);
        for (long i = 0; i < loop.Count && front.Fits; i++)
        {
            long last = loop.Count - 1;
            bool isPlain = true;
            for (int at = 0; at < body.Length; at++)
            {
                if (lastInLine[at] < i) (lines[at], lastInLine[at]) = FindLine(body[at], i);
                last = Math.Min(last, lastInLine[at]);
                isPlain &= lastInLine[at] >= i;
            }
            if (isPlain)
            {
                for (int at = 0; at < body.Length; at++) Request(body[at], lines[at]);
                if (!FitOneSet(lines)) last = i;
                front.CountHits(reads * (last - i + 1), writes * (last - i + 1));
                i = last;
                continue;
            }
            foreach (AffineReference reference in body) front.Add(new Access(reference.Kind, AddressOf(reference, i), reference.Size));
        }
    }

    private void Request(AffineReference reference, ulong line)
    {
        bool covers = reference.Size == geometry.LineBytes;
        if (reference.Kind != AccessKind.Store) front.AddRequest(line, 0, covers);
        if (reference.Kind != AccessKind.Load) front.AddRequest(line, 1, covers);
    }

    private static ulong AddressOf(AffineReference reference, long iteration) => reference.Address + (ulong)(iteration * reference.Stride);

    private bool FitOneSet(ReadOnlySpan<ulong> lines)
    {
        if (lines.Length <= geometry.Ways) return true;
        int distinct = lines.Length;
        // Neighbours in the body are often neighbours in memory, so this look is usually the last.
        for (int i = 1; i < lines.Length; i++)
            if (lines[i] == lines[i - 1]) distinct--;
        if (distinct <= geometry.Ways) return true;
        distinct = 0;
        for (int i = 0; i < lines.Length; i++)
            if (!lines[..i].Contains(lines[i])) distinct++;
        return distinct <= geometry.Ways;
    }

    /// <summary>The reference's line in an iteration and the last iteration in it, which is before this one for an access over a line's edge.</summary>
    private (ulong Line, long Last) FindLine(AffineReference reference, long iteration)
    {
        ulong address = AddressOf(reference, iteration), offset = address & _lineMask, room = _lineMask - offset, sizeLess1 = (ulong)reference.Size - 1;
        if (sizeLess1 > room) return (0, iteration - 1);
        uint bytes = (uint)(reference.Stride < 0 ? offset : room - sizeLess1);
        ulong stride = (ulong)Math.Abs(reference.Stride);
        long more = stride == 0 ? long.MaxValue - iteration : stride > bytes ? 0 : bytes / (uint)stride;
        return (geometry.LineOf(address), iteration + more);
    }
}
