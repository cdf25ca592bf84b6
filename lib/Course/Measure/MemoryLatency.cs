namespace Course.Measure;

/// <summary>
/// How long single loads take, seen through pointer chases. Each method takes a second or two and returns points for a chart:
/// X, then nanoseconds: the fastest of nine samples twice (as the value and as the low end of its error bar) and their median.
/// </summary>
public static class MemoryLatency
{
    private const int Line = 64, Page = 4096;

    /// <summary>
    /// One load per 64-byte line in random order, by working set in bytes: about two sizes for each doubling up to four times the last cache, at most 256 MiB.
    /// Beyond the reach of the translation buffers the time includes finding the page.
    /// </summary>
    public static IReadOnlyList<(double Bytes, double Nanoseconds, double Low, double High)> Random(long mostBytes = 0) =>
        ByWorkingSet(mostBytes, PointerChase.RandomRing);

    /// <summary>The same loads in the order of their addresses, which a prefetcher foresees.</summary>
    public static IReadOnlyList<(double Bytes, double Nanoseconds, double Low, double High)> Sequential(long mostBytes = 0) =>
        ByWorkingSet(mostBytes, PointerChase.SequentialRing);

    /// <summary>
    /// Finds the line size: a load at a random place that is in no near cache, then one that many bytes (X) after it, the pair's time. Within the same line
    /// the second is nearly free; where the processor fetches lines in pairs the step shows at twice the line size.
    /// </summary>
    public static IReadOnlyList<(double Bytes, double Nanoseconds, double Low, double High)> SecondLoad()
    {
        // Larger than the second cache and, on most machines, within the third: main memory is too noisy for a difference of nanoseconds.
        using var block = new NativeBlock(8L << 20);
        // A kilobyte for each place keeps neighbours apart, so that only the pair itself can share a line.
        int[] ring = PointerChase.RandomRing((int)(block.Bytes / 1024));
        return [.. new[] { 8, 16, 24, 32, 48, 56, 64, 72, 96, 128, 192, 256, 384, 448 }.Select(offset => Pair(block, ring, offset))];
    }

    /// <summary>
    /// Twice as many lines as the first cache has ways, one every X bytes, for pitches around the size of one way (4 KiB where the
    /// system does not tell). At that pitch all of them fall into one set, and they drive each other out of a nearly empty cache.
    /// </summary>
    public static IReadOnlyList<(double PitchBytes, double Nanoseconds, double Low, double High)> ByPitch()
    {
        CacheLevel first = Machine.Current.DataCaches().FirstOrDefault();
        int ways = first.Ways > 0 ? first.Ways : 8, way = first.Ways > 0 ? (int)(first.Bytes / first.Ways) : Page, lines = 2 * ways;
        using var block = new NativeBlock((way + 8L * Line) * lines, smallPages: true);
        int[] ring = PointerChase.RandomRing(lines);
        return [.. Enumerable.Range(-8, 17).Select(i => way + i * Line).Select(pitch => Point(pitch, PointerChase.Time(block, ring, place => (long)place * pitch)))];
    }

    /// <summary>
    /// One line on each 4 KiB page, by the pages' bytes together: steps up where the pages outnumber the entries of the translation buffers.
    /// Beside it <see cref="SameLinesPacked"/>, which has the caches' share of the time alone.
    /// </summary>
    public static IReadOnlyList<(double Bytes, double Nanoseconds, double Low, double High)> OneLinePerPage() =>
        // The line within the page changes from page to page, or all would fight for the same few sets.
        ByPages(place => (long)place * Page + place % (Page / Line) * Line);

    /// <summary>As many lines as in <see cref="OneLinePerPage"/>, side by side, at the same X.</summary>
    public static IReadOnlyList<(double Bytes, double Nanoseconds, double Low, double High)> SameLinesPacked() => ByPages(place => (long)place * Line);

    /// <summary>Four times the last cache, between 32 and 256 MiB, and never more than an eighth of the memory.</summary>
    internal static long LargestWorkingSet() => Math.Min(
        Math.Clamp(4 * Machine.Current.DataCaches().Select(cache => cache.Bytes).DefaultIfEmpty(16 << 20).Max(), 32L << 20, 256L << 20),
        Machine.Current.MemoryBytes / 8);

    internal static (double Nanoseconds, double Low, double High) RandomAt(long bytes)
    {
        using var block = new NativeBlock(bytes);
        return PointerChase.Time(block, PointerChase.RandomRing((int)(bytes / Line)), place => (long)place * Line);
    }

    private static (double, double, double, double)[] ByWorkingSet(long mostBytes, Func<int, int[]> ring)
    {
        if (mostBytes == 0) mostBytes = LargestWorkingSet();
        ArgumentOutOfRangeException.ThrowIfLessThan(mostBytes, Page);
        using var block = new NativeBlock(mostBytes);
        return [.. Sizes(Page, mostBytes).Select(bytes => Point(bytes, PointerChase.Time(block, ring((int)(bytes / Line)), place => (long)place * Line)))];
    }

    private static (double, double, double, double)[] ByPages(Func<int, long> at)
    {
        const int mostPages = 16384;
        using var block = new NativeBlock((long)mostPages * Page, smallPages: true);
        return [.. Sizes(8 * Page, (long)mostPages * Page).Select(bytes => Point(bytes, PointerChase.Time(block, PointerChase.RandomRing((int)(bytes / Page)), at)))];
    }

    private static unsafe (double, double, double, double) Pair(NativeBlock block, int[] ring, int offset)
    {
        // Each pair lies somewhere else in its kilobyte and looks up or down at random, or the prefetcher would learn the distance.
        var random = new Random(offset);
        byte*[] firsts = new byte*[ring.Length];
        for (int i = 0; i < ring.Length; i++) firsts[i] = block.Start + i * 1024L + 512 - (offset < Line ? 0 : random.Next(2) * Line);
        for (int i = 0; i < ring.Length; i++)
        {
            byte* second = offset < Line || random.Next(2) == 0 ? firsts[i] + offset : firsts[i] - offset;
            *(byte**)firsts[i] = second;
            *(byte**)second = firsts[ring[i]];
        }
        var (nanoseconds, low, high) = PointerChase.Time(block, firsts[0] - block.Start, 2L * ring.Length);
        return (offset, 2 * nanoseconds, 2 * low, 2 * high);
    }

    private static (double, double, double, double) Point(double x, (double Nanoseconds, double Low, double High) time) => (x, time.Nanoseconds, time.Low, time.High);

    /// <summary>Powers of two and the middles between them.</summary>
    private static IEnumerable<long> Sizes(long from, long to)
    {
        for (long size = from; size <= to; size *= 2)
        {
            yield return size;
            if (size * 3 / 2 <= to) yield return size * 3 / 2 / Line * Line;
        }
    }
}
