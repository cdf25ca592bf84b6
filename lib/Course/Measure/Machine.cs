using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Course.Measure;

/// <summary>The computer that a number was measured on. Recorded with every result, because no time means anything without it.</summary>
public sealed record Machine
{
    private static readonly Lazy<Machine> ThisOne = new(Read);

    public static Machine Current => ThisOne.Value;

    /// <summary>The processor's own name, or "unknown processor".</summary>
    public required string Cpu { get; init; }

    /// <summary>"X64" or "Arm64".</summary>
    public required string Architecture { get; init; }

    /// <summary>Logical processors this process may use.</summary>
    public required int Cores { get; init; }

    /// <summary>Memory this process may use, in bytes.</summary>
    public required long MemoryBytes { get; init; }

    public required string OperatingSystem { get; init; }

    /// <summary>E.g. ".NET 10.0.1".</summary>
    public required string Runtime { get; init; }

    /// <summary>The widest vector, in bits, that the runtime uses here: 512, 256, 128, or 0 for none.</summary>
    public required int VectorBits { get; init; }

    /// <summary>Nearest first; empty where the system does not tell.</summary>
    public required IReadOnlyList<CacheLevel> Caches { get; init; }

    /// <summary>The caches that data goes through, nearest first.</summary>
    public IEnumerable<CacheLevel> DataCaches() => Caches.Where(cache => cache.Kind != CacheKind.Instruction).OrderBy(cache => cache.Level);

    /// <summary>The processor's name as a folder under data/results, e.g. "amd-epyc-9654".</summary>
    public string FolderName()
    {
        string kept = new([.. Cpu.Replace("(R)", "").Replace("(TM)", "").ToLowerInvariant().Select(c => char.IsAsciiLetterOrDigit(c) ? c : ' ')]);
        return string.Join('-', kept.Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }

    public override string ToString() =>
        $"{Cpu}, {Cores} {(Cores == 1 ? "core" : "cores")}, {(VectorBits > 0 ? $"{VectorBits}-bit vectors" : "no vectors")}, {Runtime}, {OperatingSystem}"
        + string.Concat(DataCaches().Select(cache => $"; {cache}"));

    private static Machine Read() => new()
    {
        Cpu = CpuName() ?? "unknown processor",
        Architecture = RuntimeInformation.ProcessArchitecture.ToString(),
        Cores = Environment.ProcessorCount,
        MemoryBytes = GC.GetGCMemoryInfo().TotalAvailableMemoryBytes,
        OperatingSystem = RuntimeInformation.OSDescription,
        Runtime = RuntimeInformation.FrameworkDescription,
        VectorBits = Vector512.IsHardwareAccelerated ? 512 : Vector256.IsHardwareAccelerated ? 256 : Vector128.IsHardwareAccelerated ? 128 : 0,
        Caches = CacheTopology.Read(),
    };

    private static string? CpuName()
    {
        if (CpuId.Brand() is { } brand) return brand;
        if (System.OperatingSystem.IsWindows())
            return Microsoft.Win32.Registry.GetValue(@"HKEY_LOCAL_MACHINE\HARDWARE\DESCRIPTION\System\CentralProcessor\0", "ProcessorNameString", null)
                as string;
        if (System.OperatingSystem.IsMacOS()) return $"Apple {RuntimeInformation.ProcessArchitecture}";
        if (!File.Exists("/proc/cpuinfo")) return null;
        // Arm kernels name no model; the implementer and part numbers still tell one processor from another.
        var fields = File.ReadLines("/proc/cpuinfo").Select(line => line.Split(':', 2)).Where(parts => parts.Length == 2)
            .GroupBy(parts => parts[0].Trim()).ToDictionary(group => group.Key, group => group.First()[1].Trim());
        if (fields.TryGetValue("model name", out string? model)) return model;
        return fields.TryGetValue("CPU part", out string? part) ? $"Arm implementer {fields.GetValueOrDefault("CPU implementer")} part {part}" : null;
    }
}
