using Course.Traces;

namespace Cli.Bench;

/// <summary>A trace that simulators are timed on.</summary>
/// <param name="Loops">The same accesses as bases and strides, where they are such loops.</param>
internal sealed record CacheWorkload(string Name, Trace Trace, IReadOnlyList<AffineLoop>? Loops = null)
{
    private const ulong First = 0x1000_0000, Second = 0x2000_0000, Third = 0x3000_0000;

    /// <summary>Two walks of a 3x3 blur over 1,024-byte rows, a matrix product of 128 x 128 doubles, and random accesses, an eighth of them stores.</summary>
    public static IEnumerable<CacheWorkload> All() =>
    [
        new("row blur 1k", Blur(rowsOutside: true), [.. RowBlurLoops()]),
        new("column blur 1k", Blur(rowsOutside: false)),
        new("matmul 128", MatrixProduct()),
        new("random 24 KiB", RandomAccesses(24 << 10)),
        new("random 1 MiB", RandomAccesses(1 << 20)),
        new("random 64 MiB", RandomAccesses(64 << 20)),
    ];

    /// <summary>The row blur as strides: nine loads and a store per pixel, one loop per row.</summary>
    private static IEnumerable<AffineLoop> RowBlurLoops()
    {
        for (ulong y = 1; y < 255; y++)
        {
            var body = new List<AffineReference>();
            for (ulong dy = 0; dy < 3; dy++)
                for (ulong dx = 0; dx < 3; dx++) body.Add(new AffineReference(AccessKind.Load, First + (y + dy - 1) * 1024 + dx, 1, 1));
            body.Add(new AffineReference(AccessKind.Store, Second + y * 1024 + 1, 1, 1));
            yield return new AffineLoop(1022, body);
        }
    }

    private static Trace Blur(bool rowsOutside)
    {
        var trace = new Trace(1 << 22);
        for (ulong outer = 1; outer < 255; outer++)
        {
            for (ulong inner = 1; inner < 1023; inner++)
            {
                (ulong y, ulong x) = rowsOutside ? (outer, inner) : (inner, outer);
                for (ulong dy = 0; dy < 3; dy++)
                    for (ulong dx = 0; dx < 3; dx++) trace.Add(AccessKind.Load, First + (y + dy - 1) * 1024 + x + dx - 1, 1);
                trace.Add(AccessKind.Store, Second + y * 1024 + x, 1);
            }
        }
        return trace;
    }

    private static Trace MatrixProduct()
    {
        var trace = new Trace(1 << 22);
        for (ulong i = 0; i < 64; i++)
        {
            for (ulong j = 0; j < 128; j++)
            {
                for (ulong k = 0; k < 128; k++)
                {
                    trace.Add(AccessKind.Load, First + (i * 128 + k) * 8, 8);
                    trace.Add(AccessKind.Load, Second + (k * 128 + j) * 8, 8);
                }
                trace.Add(AccessKind.Store, Third + (i * 128 + j) * 8, 8);
            }
        }
        return trace;
    }

    private static Trace RandomAccesses(int footprintBytes)
    {
        var trace = new Trace(1 << 21);
        ulong state = 88172645463325252;
        for (int i = 0; i < 1 << 21; i++)
        {
            state ^= state << 13;
            state ^= state >> 7;
            state ^= state << 17;
            trace.Add(state >> 61 == 0 ? AccessKind.Store : AccessKind.Load, First + (state >> 8) % (ulong)(footprintBytes / 8) * 8, 8);
        }
        return trace;
    }
}
