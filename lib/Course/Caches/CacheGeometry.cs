using System.Numerics;

namespace Course.Caches;

/// <summary>
/// The shape of one cache: <c>Sets * Ways</c> lines of <c>LineBytes</c> bytes. A line goes to set <c>line number mod Sets</c>,
/// where <c>line number = address / LineBytes</c>, and may lie in any way of it.
/// </summary>
public readonly record struct CacheGeometry
{
    /// <param name="sets">Any positive number; powers of two are what hardware has.</param>
    /// <param name="ways">Lines in one set, 1 or more.</param>
    /// <param name="lineBytes">A power of two.</param>
    /// <exception cref="ArgumentException">A geometry that cannot be built.</exception>
    public CacheGeometry(int sets, int ways, int lineBytes)
    {
        if (sets < 1) throw new ArgumentException($"A cache needs at least 1 set, not {sets}.");
        if (ways < 1) throw new ArgumentException($"A cache needs at least 1 way, not {ways}.");
        if (lineBytes < 1 || !BitOperations.IsPow2(lineBytes))
            throw new ArgumentException($"A line holds a power of two of bytes, such as 64, not {lineBytes}.");
        if ((long)sets * ways > 1 << 28) throw new ArgumentException($"{sets} sets of {ways} ways are more than 268,435,456 lines.");
        (Sets, Ways, LineBytes) = (sets, ways, lineBytes);
    }

    /// <summary>The geometry that hardware manuals state: total bytes, ways, bytes of a line.</summary>
    /// <exception cref="ArgumentException">The bytes cannot be divided into whole sets.</exception>
    public static CacheGeometry OfSize(long sizeBytes, int ways, int lineBytes)
    {
        var oneSet = new CacheGeometry(1, ways, lineBytes);
        if (sizeBytes < oneSet.SizeBytes || sizeBytes % oneSet.SizeBytes != 0)
        {
            throw new ArgumentException(
                $"{sizeBytes} bytes do not divide into sets of {ways} ways x {lineBytes} bytes; use a multiple of {oneSet.SizeBytes}.");
        }
        long sets = sizeBytes / oneSet.SizeBytes;
        if (sets > int.MaxValue) throw new ArgumentException($"{sizeBytes} bytes are too many sets.");
        return new CacheGeometry((int)sets, ways, lineBytes);
    }

    public int Sets { get; }
    public int Ways { get; }
    public int LineBytes { get; }
    public int Lines => Sets * Ways;
    public long SizeBytes => (long)Lines * LineBytes;

    /// <summary>Powers of two of sets turn the division into a mask.</summary>
    public bool HasPowerOfTwoSets => BitOperations.IsPow2(Sets);

    public int LineShift => BitOperations.Log2((uint)LineBytes);
    public ulong LineOf(ulong address) => address >> LineShift;
    public int SetOf(ulong line) => HasPowerOfTwoSets ? (int)line & (Sets - 1) : (int)(line % (ulong)Sets);

    public override string ToString() => $"{ByteSize.Format(SizeBytes)}, {Ways} ways, {LineBytes} B lines, {Sets} sets";
}
