using Course.Caches;
using Course.Traces;

namespace Checks.Set;

/// <summary>Choose the distance of a matrix's rows so that a walk along its columns keeps their lines in the cache.</summary>
internal sealed class PadPitch : Exercise
{
    public override string Id => "pad-a-pitch";

    public override string Entry => "Layout.Pitch";

    public override Delegate Reference => Pitch;

    public override IEnumerable<Call> Cases(Random random)
    {
        yield return Matrix(rows: 1, rowBytes: 1, sets: 1, ways: 1, lineBytes: 64);
        yield return Matrix(rows: 2, rowBytes: 64, sets: 1, ways: 2, lineBytes: 64);
        yield return Matrix(rows: 4, rowBytes: 128, sets: 4, ways: 1, lineBytes: 32);
        yield return Matrix(rows: 4, rowBytes: 128, sets: 4, ways: 2, lineBytes: 32);
        yield return Matrix(rows: 4, rowBytes: 100, sets: 4, ways: 1, lineBytes: 32);
        yield return Matrix(rows: 8, rowBytes: 256, sets: 8, ways: 1, lineBytes: 16);
        yield return Matrix(rows: 8, rowBytes: 257, sets: 8, ways: 2, lineBytes: 16);
        yield return Matrix(rows: 64, rowBytes: 4096, sets: 64, ways: 8, lineBytes: 64);
        yield return Matrix(rows: 512, rowBytes: 4096, sets: 64, ways: 8, lineBytes: 64);
        for (int i = 0; i < 16; i++)
        {
            int sets = 1 << random.Next(1, 7), ways = 1 << random.Next(0, 3), lineBytes = 16 << random.Next(3);
            // Every second pitch is a power of two, the rest are whatever they are.
            int rowBytes = i % 2 == 0 ? lineBytes << random.Next(0, 7) : random.Next(1, 40 * lineBytes);
            yield return Matrix(random.Next(1, sets * ways + 1), rowBytes, sets, ways, lineBytes);
        }
    }

    /// <summary>The first pitch at which a second walk along a column, one line of each row, does not miss.</summary>
    private static int Pitch(int rows, int rowBytes, int sets, int ways, int lineBytes)
    {
        int pitch = (rowBytes + lineBytes - 1) / lineBytes * lineBytes;
        while (MissesOfTwoWalks(rows, pitch, new CacheGeometry(sets, ways, lineBytes)) > rows) pitch += lineBytes;
        return pitch;
    }

    private static long MissesOfTwoWalks(int rows, int pitch, CacheGeometry geometry)
    {
        var trace = new Trace();
        for (int i = 0; i < 2 * rows; i++) trace.Add(AccessKind.Load, (ulong)(i % rows * pitch), 1);
        return CacheTotals.Of(new CacheConfiguration(new LevelConfiguration("L1", geometry)), trace).Levels[0].Misses;
    }

    private static Call Matrix(int rows, int rowBytes, int sets, int ways, int lineBytes) =>
        new($"rows {rows}, rowBytes {rowBytes}, sets {sets}, ways {ways}, lineBytes {lineBytes}", rows, rowBytes, sets, ways, lineBytes);
}
