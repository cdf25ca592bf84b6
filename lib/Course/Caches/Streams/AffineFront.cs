using System.Runtime.InteropServices;
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
    private readonly List<Part> _parts = [];

    public void Run(AffineLoop loop)
    {
        SetParts(loop.References);
        Span<Part> parts = CollectionsMarshal.AsSpan(_parts);
        long writes = 0;
        foreach (Part part in parts) writes += part.Write;
        long reads = parts.Length - writes;
        for (long i = 0; i < loop.Count && front.Fits; i++)
        {
            long last = loop.Count - 1;
            foreach (ref Part part in parts)
            {
                if (part.LastInLine < i) FindLine(ref part, i);
                last = Math.Min(last, part.LastInLine);
            }
            if (last < i) // An access over a line's edge.
            {
                foreach (AffineReference reference in loop.References) front.Add(new Access(reference.Kind, AddressOf(reference, i), reference.Size));
                continue;
            }
            foreach (ref readonly Part part in parts) front.AddRequest(part.Request);
            if (parts.Length > geometry.Ways && !FitOneSet(parts)) last = i;
            front.CountHits(reads * (last - i + 1), writes * (last - i + 1));
            i = last;
        }
    }

    private void SetParts(IReadOnlyList<AffineReference> references)
    {
        _parts.Clear();
        for (int i = 0; i < references.Count; i++)
        {
            AffineReference reference = references[i];
            if (reference.Kind == AccessKind.Instruction || reference.Size == 0) continue;
            if (reference.Kind != AccessKind.Store) _parts.Add(new Part { Reference = reference, Write = 0, LastInLine = -1 });
            if (reference.Kind != AccessKind.Load) _parts.Add(new Part { Reference = reference, Write = 1, LastInLine = -1 });
        }
    }

    private static ulong AddressOf(AffineReference reference, long iteration) => reference.Address + (ulong)(iteration * reference.Stride);

    private bool FitOneSet(ReadOnlySpan<Part> parts)
    {
        int distinct = parts.Length;
        // Neighbours in the body are often neighbours in memory, so this look is usually the last.
        for (int i = 1; i < parts.Length; i++)
            if (parts[i].Line == parts[i - 1].Line) distinct--;
        if (distinct <= geometry.Ways) return true;
        distinct = 0;
        for (int i = 0; i < parts.Length; i++)
        {
            int before = 0;
            while (parts[before].Line != parts[i].Line) before++;
            if (before == i) distinct++;
        }
        return distinct <= geometry.Ways;
    }

    /// <summary>The line in an iteration and the last iteration in it, which is before this one for an access over a line's edge.</summary>
    private void FindLine(ref Part part, long iteration)
    {
        AffineReference reference = part.Reference;
        ulong address = AddressOf(reference, iteration), offset = address & _lineMask, room = _lineMask - offset, sizeLess1 = (ulong)reference.Size - 1;
        if (sizeLess1 > room) return;
        uint bytes = (uint)(reference.Stride < 0 ? offset : room - sizeLess1);
        ulong stride = (ulong)Math.Abs(reference.Stride);
        part.LastInLine = stride == 0 ? long.MaxValue : stride > bytes ? iteration : iteration + bytes / (uint)stride;
        part.Request = front.RequestFor(geometry.LineOf(address), part.Write, covers: sizeLess1 == _lineMask);
    }

    /// <summary>The reading or the writing half of a reference, and where it is now.</summary>
    private struct Part
    {
        public AffineReference Reference;
        public uint Write, Request;
        public long LastInLine;

        public readonly uint Line => Request >> 2;
    }
}
