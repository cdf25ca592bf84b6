using System.Runtime.InteropServices;
using System.Runtime.Intrinsics.X86;
using System.Text;

namespace Course.Measure;

/// <summary>
/// What an x86 processor says of itself, the same on every operating system: the brand string (leaves 0x80000002 to 0x80000004) and
/// the deterministic cache parameters (leaf 4 on Intel, 0x8000001D on AMD; Intel SDM volume 2A, AMD APM volume 3, "CPUID").
/// </summary>
public static class CpuId
{
    private const uint BrandLeaf = 0x8000_0002, AmdCacheLeaf = 0x8000_001D, IntelCacheLeaf = 4;

    /// <summary>The processor's name, or null where there is no such instruction or no brand string.</summary>
    public static string? Brand()
    {
        if (!X86Base.IsSupported || HighestLeaf(0x8000_0000) < BrandLeaf + 2) return null;
        Span<int> words = stackalloc int[12];
        for (int i = 0; i < 3; i++)
            (words[4 * i], words[4 * i + 1], words[4 * i + 2], words[4 * i + 3]) = X86Base.CpuId(unchecked((int)BrandLeaf + i), 0);
        string brand = Encoding.ASCII.GetString(MemoryMarshal.AsBytes(words)).TrimEnd('\0').Trim();
        return brand.Length == 0 ? null : brand;
    }

    /// <summary>The caches of the core this runs on; empty where the processor does not tell.</summary>
    public static IReadOnlyList<CacheLevel> Caches()
    {
        if (!X86Base.IsSupported) return [];
        if (HighestLeaf(0x8000_0000) >= AmdCacheLeaf && Walk(AmdCacheLeaf) is { Count: > 0 } amd) return amd;
        return HighestLeaf(0) >= IntelCacheLeaf ? Walk(IntelCacheLeaf) : [];
    }

    private static uint HighestLeaf(uint range) => (uint)X86Base.CpuId((int)range, 0).Eax;

    private static List<CacheLevel> Walk(uint leaf)
    {
        var caches = new List<CacheLevel>();
        for (int index = 0; index < 16; index++)
        {
            var (eax, ebx, ecx, _) = X86Base.CpuId((int)leaf, index);
            int type = eax & 31;
            if (type is < 1 or > 3) break;
            int line = (ebx & 0xFFF) + 1, partitions = ((ebx >> 12) & 0x3FF) + 1, ways = (int)((uint)ebx >> 22) + 1;
            long sets = (uint)ecx + 1L;
            var kind = type switch { 1 => CacheKind.Data, 2 => CacheKind.Instruction, _ => CacheKind.Unified };
            caches.Add(new CacheLevel((eax >> 5) & 7, kind, line * (long)partitions * ways * sets, line, ways, ((eax >> 14) & 0xFFF) + 1));
        }
        return caches;
    }
}
