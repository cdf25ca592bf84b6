using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;

namespace Course.Measure;

/// <summary>
/// Reads the caches of the first core. Linux: <c>/sys/devices/system/cpu/cpu0/cache</c>; x86 elsewhere, and in containers that hide
/// that folder: the CPUID instruction; macOS on Arm: <c>sysctl hw.*</c>. Where none answers (Windows on Arm) the list is empty and
/// charts draw no cache sizes.
/// </summary>
public static class CacheTopology
{
    public const string LinuxFolder = "/sys/devices/system/cpu/cpu0/cache";

    public static IReadOnlyList<CacheLevel> Read()
    {
        if (FromFolder(LinuxFolder) is { Count: > 0 } linux) return linux;
        if (CpuId.Caches() is { Count: > 0 } x86) return x86;
        return OperatingSystem.IsMacOS() ? FromSysctl() : [];
    }

    /// <summary>One <c>index*</c> folder per cache, as the Linux kernel lays them out; entries it cannot read are left out.</summary>
    public static IReadOnlyList<CacheLevel> FromFolder(string folder)
    {
        if (!Directory.Exists(folder)) return [];
        var caches = new List<CacheLevel>();
        foreach (string index in Directory.GetDirectories(folder, "index*").Order(StringComparer.Ordinal))
        {
            if (Number(index, "level") is not { } level || Bytes(Text(index, "size")) is not { } bytes) continue;
            var kind = Text(index, "type") switch { "Data" => CacheKind.Data, "Instruction" => CacheKind.Instruction, _ => CacheKind.Unified };
            caches.Add(new CacheLevel(level, kind, bytes, Number(index, "coherency_line_size") ?? 0,
                Number(index, "ways_of_associativity") ?? 0, CountCpus(Text(index, "shared_cpu_list"))));
        }
        return caches;
    }

    private static List<CacheLevel> FromSysctl()
    {
        var caches = new List<CacheLevel>();
        int line = (int)Sysctl("hw.cachelinesize");
        // Performance cores come first on Apple's chips; hw.l1dcachesize itself describes the small ones.
        foreach (var (level, kind, key) in new[]
            { (1, CacheKind.Data, "l1dcachesize"), (1, CacheKind.Instruction, "l1icachesize"), (2, CacheKind.Unified, "l2cachesize") })
        {
            long bytes = Sysctl("hw.perflevel0." + key);
            if (bytes == 0) bytes = Sysctl("hw." + key);
            if (bytes > 0) caches.Add(new CacheLevel(level, kind, bytes, line, 0, 0));
        }
        return caches;
    }

    private static long Sysctl(string name)
    {
        long value = 0;
        nint size = sizeof(long);
        return sysctlbyname(Encoding.ASCII.GetBytes(name + "\0"), ref value, ref size, 0, 0) == 0 ? value : 0;
    }

    [DllImport("libSystem.dylib")]
    private static extern int sysctlbyname(byte[] name, ref long value, ref nint size, nint newValue, nint newSize);

    private static string Text(string folder, string file)
    {
        try
        {
            return File.ReadAllText(Path.Combine(folder, file)).Trim();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }

    private static int? Number(string folder, string file) =>
        int.TryParse(Text(folder, file), NumberStyles.None, CultureInfo.InvariantCulture, out int value) ? value : null;

    private static long? Bytes(string size)
    {
        int shift = size.EndsWith('K') ? 10 : size.EndsWith('M') ? 20 : 0;
        return long.TryParse(size.TrimEnd('K', 'M'), NumberStyles.None, CultureInfo.InvariantCulture, out long value) && value > 0
            && value < 1L << 40 ? value << shift : null;
    }

    /// <summary>"0-3,8" names five processors.</summary>
    private static int CountCpus(string list)
    {
        int count = 0;
        foreach (string range in list.Split(',', StringSplitOptions.RemoveEmptyEntries))
        {
            string[] ends = range.Split('-');
            if (!int.TryParse(ends[0], out int first) || !int.TryParse(ends[^1], out int last)) return 0;
            count += last - first + 1;
        }
        return count;
    }
}
