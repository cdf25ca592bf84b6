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
        AffineReference[] body = [.. loop.References];
        ulong[] lines = new ulong[body.Length];
        for (long i = 0; i < loop.Count; i++)
        {
            long same = loop.Count - 1 - i;
            for (int at = 0; at < body.Length; at++)
            {
                ulong address = body[at].Address + (ulong)(i * body[at].Stride);
                front.Add(new Access(body[at].Kind, address, body[at].Size));
                lines[at] = geometry.LineOf(address);
                if (same > 0) same = Math.Min(same, IterationsInSameLine(body[at], address));
            }
            if (same == 0 || !FitOneSet(lines)) continue;
            foreach (AffineReference reference in body) front.CountHits(reference.Kind, same);
            i += same;
        }
    }

    private bool FitOneSet(ReadOnlySpan<ulong> lines)
    {
        if (lines.Length <= geometry.Ways) return true;
        int distinct = 0;
        for (int i = 0; i < lines.Length; i++)
            if (!lines[..i].Contains(lines[i])) distinct++;
        return distinct <= geometry.Ways;
    }

    /// <summary>How many more iterations stay in the line of this one; 0 for an access over a line's edge or of no size.</summary>
    private long IterationsInSameLine(AffineReference reference, ulong address)
    {
        ulong offset = address & _lineMask, room = _lineMask - offset;
        if ((ulong)reference.Size - 1 > room) return 0;
        return reference.Stride switch
        {
            0 => long.MaxValue,
            > 0 => (long)(room - ((ulong)reference.Size - 1)) / reference.Stride,
            < 0 => (long)offset / -reference.Stride,
        };
    }
}
