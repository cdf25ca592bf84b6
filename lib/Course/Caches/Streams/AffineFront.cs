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
        for (long i = 0; i < loop.Count; i++)
        {
            long same = loop.Count - 1 - i;
            foreach (AffineReference reference in loop.References)
            {
                ulong address = reference.Address + (ulong)(i * reference.Stride);
                front.Add(new Access(reference.Kind, address, reference.Size));
                same = Math.Min(same, IterationsInSameLine(reference, address));
            }
            if (same == 0 || CountLines(loop, i) > geometry.Ways) continue;
            foreach (AffineReference reference in loop.References) front.CountHits(reference.Kind, same);
            i += same;
        }
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

    private int CountLines(AffineLoop loop, long iteration)
    {
        int distinct = 0;
        for (int i = 0; i < loop.References.Count; i++)
        {
            ulong line = LineOf(loop.References[i], iteration);
            int earlier = 0;
            while (earlier < i && LineOf(loop.References[earlier], iteration) != line) earlier++;
            if (earlier == i) distinct++;
        }
        return distinct;
    }

    private ulong LineOf(AffineReference reference, long iteration) => geometry.LineOf(reference.Address + (ulong)(iteration * reference.Stride));
}
