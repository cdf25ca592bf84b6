namespace Checks.Set;

/// <summary>Find the smallest batch for which a device, transfers included, is faster than a core.</summary>
internal sealed class WhenItPays : Exercise
{
    /// <summary>Batches beyond this do not occur; the search ends here.</summary>
    private const long Most = 1L << 40;

    public override string Id => "when-it-pays";

    public override string Entry => "Device.SmallestBatch";

    public override Delegate Reference => SmallestBatch;

    public override IEnumerable<Call> Cases(Random random)
    {
        yield return Device(start: 0, bytesEachWay: 0, bytesPerMicrosecond: 1, kernel: 1, cpu: 2);
        yield return Device(start: 10, bytesEachWay: 0, bytesPerMicrosecond: 1, kernel: 5, cpu: 5);
        yield return Device(start: 10, bytesEachWay: 0, bytesPerMicrosecond: 1, kernel: 9, cpu: 5);
        yield return Device(start: 10, bytesEachWay: 0, bytesPerMicrosecond: 1, kernel: 5, cpu: 7);
        yield return Device(start: 4000, bytesEachWay: 10, bytesPerMicrosecond: 10, kernel: 0, cpu: 4000);
        yield return Device(start: 1000, bytesEachWay: 10, bytesPerMicrosecond: 10, kernel: 0, cpu: 2000);
        yield return Device(start: 1000, bytesEachWay: 10, bytesPerMicrosecond: 10, kernel: 0, cpu: 1999);
        yield return Device(start: 100_000, bytesEachWay: 1, bytesPerMicrosecond: 3000, kernel: 0, cpu: 1);
        yield return Device(start: 20_000, bytesEachWay: 262_144, bytesPerMicrosecond: 12_000, kernel: 15_000, cpu: 60_000);
        for (int i = 0; i < 16; i++)
        {
            long bytes = random.NextInt64(1, 1 << 20), bandwidth = random.NextInt64(100, 20_000), kernel = random.NextInt64(1, 100_000);
            // Every second core is just slower than a picture on the device: large batches, where each fraction counts.
            long cpu = i % 2 == 0 ? kernel + 2000 * bytes / bandwidth + random.NextInt64(0, 5) : random.NextInt64(1, 1_000_000);
            yield return Device(random.NextInt64(1, 1_000_000), bytes, bandwidth, kernel, cpu);
        }
    }

    /// <summary>By halving, in integers that cannot overflow: more pictures never make the device look worse once each saves something.</summary>
    private static long SmallestBatch(long start, long bytesEachWay, long bytesPerMicrosecond, long kernel, long cpu)
    {
        // Both sides times the bandwidth; a byte takes 1000 / bytesPerMicrosecond nanoseconds.
        bool Wins(long batch) => (Int128)bytesPerMicrosecond * (start + (Int128)batch * kernel) + (Int128)batch * 2 * bytesEachWay * 1000 <
            (Int128)bytesPerMicrosecond * batch * cpu;
        if (!Wins(Most)) return 0;
        long loses = 0, wins = Most;
        while (wins - loses > 1)
        {
            long middle = (loses + wins) / 2;
            if (Wins(middle)) wins = middle;
            else loses = middle;
        }
        return wins;
    }

    private static Call Device(long start, long bytesEachWay, long bytesPerMicrosecond, long kernel, long cpu) =>
        new($"start {start}, bytesEachWay {bytesEachWay}, bytesPerMicrosecond {bytesPerMicrosecond}, kernel {kernel}, cpu {cpu}",
            start, bytesEachWay, bytesPerMicrosecond, kernel, cpu);
}
