using Course.Traces;

namespace Course.Scenes;

/// <summary>Walks through a matrix of 512 x 512 doubles, 8,192 reads each.</summary>
internal static class MatrixWalks
{
    private const int Side = 512;
    private const int Accesses = 8192;
    private const int ElementBytes = sizeof(double);
    private const int LineBytes = 64;

    public static IReadOnlyList<(string Name, Trace Trace)> All()
    {
        var random = new Random(2);
        return
        [
            ("row by row", Walk(i => (i / Side, i % Side), Side * ElementBytes)),
            ("column by column", Walk(i => (i % Side, i / Side), Side * ElementBytes)),
            ("column by column, rows padded by a line", Walk(i => (i % Side, i / Side), Side * ElementBytes + LineBytes)),
            ("at random", Walk(_ => (random.Next(Side), random.Next(Side)), Side * ElementBytes)),
        ];
    }

    private static Trace Walk(Func<int, (int Y, int X)> order, int pitchBytes)
    {
        var trace = new Trace(Accesses);
        ushort matrix = trace.Define(new ArrayRegion("matrix", 0, (long)Side * pitchBytes, ElementBytes, pitchBytes));
        for (int i = 0; i < Accesses; i++)
        {
            (int y, int x) = order(i);
            trace.Add(AccessKind.Load, (ulong)(y * pitchBytes + x * ElementBytes), ElementBytes, matrix);
        }
        return trace;
    }
}
