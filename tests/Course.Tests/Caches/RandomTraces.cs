using Course.Traces;

namespace Course.Tests.Caches;

/// <summary>Small random traces with reuse, neighbours, straddling, wide and empty accesses, in low and high parts of the address space.</summary>
internal static class RandomTraces
{
    private static readonly int[] Sizes = [1, 2, 4, 8, 8, 16, 32, 64, 3, 100, 0];

    public static Trace Create(Random random, int accesses, int footprintBytes, bool onlyPlainSizes = false)
    {
        var trace = new Trace(accesses);
        ulong start = random.Next(3) switch { 0 => 0x1000, 1 => 0x7FFF_F000_0000, _ => 0xFFFF_FFFF_0000_0000 };
        ulong walk = start;
        for (int i = 0; i < accesses; i++)
        {
            walk = random.Next(4) == 0 ? start + (ulong)random.Next(footprintBytes) : start + (walk - start + 8) % (ulong)footprintBytes;
            int size = onlyPlainSizes ? 1 << random.Next(4) : Sizes[random.Next(Sizes.Length)];
            trace.Add((AccessKind)random.Next(onlyPlainSizes ? 2 : 4), onlyPlainSizes ? walk & ~7ul : walk, size);
        }
        return trace;
    }
}
