using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using System.Runtime;
using System.Runtime.Intrinsics.X86;

namespace Course.Measure;

/// <summary>
/// How the runtime compiles in this process. A setting comes from a <c>DOTNET_*</c> environment variable (hexadecimal), else from
/// <c>runtimeconfig.json</c>, else it is the runtime's default: the order in which the runtime itself looks.
/// </summary>
public sealed record JitSettings
{
    private static readonly Lazy<JitSettings> InForce = new(Read);

    public static JitSettings Current => InForce.Value;

    public required bool TieredCompilation { get; init; }

    /// <summary>True when a method with a loop starts in an unoptimised form; the course switches this off.</summary>
    public required bool QuickJitForLoops { get; init; }

    public required bool TieredPgo { get; init; }

    /// <summary>False when code compiled ahead of time, such as the base library's, is thrown away and compiled again.</summary>
    public required bool ReadyToRun { get; init; }

    public required bool ServerGc { get; init; }

    /// <summary>The vector instruction sets of the course that the compiler may use, widest first.</summary>
    public required IReadOnlyList<string> InstructionSets { get; init; }

    /// <summary>Environment variables that change code generation or collection, as "NAME=value".</summary>
    public required IReadOnlyList<string> Overrides { get; init; }

    /// <summary>True when the compiler may optimise the assembly: false for a Debug build.</summary>
    public static bool IsOptimized(Assembly assembly) => assembly.GetCustomAttribute<DebuggableAttribute>() is not { IsJITOptimizerDisabled: true };

    public override string ToString() =>
        $"tiered compilation {OnOff(TieredCompilation)}, quick JIT for loops {OnOff(QuickJitForLoops)}, tiered PGO {OnOff(TieredPgo)}, "
        + $"{(ServerGc ? "server" : "workstation")} GC, {string.Join(' ', InstructionSets)}"
        + string.Concat(Overrides.Select(text => $", {text}"));

    private static string OnOff(bool value) => value ? "on" : "off";

    private static JitSettings Read()
    {
        bool tiered = Setting("TieredCompilation", "System.Runtime.TieredCompilation", true);
        bool quick = tiered && Setting("TC_QuickJit", "System.Runtime.TieredCompilation.QuickJit", true);
        return new JitSettings
        {
            TieredCompilation = tiered,
            QuickJitForLoops = quick && Setting("TC_QuickJitForLoops", "System.Runtime.TieredCompilation.QuickJitForLoops", true),
            TieredPgo = tiered && Setting("TieredPGO", "System.Runtime.TieredPGO", true),
            ReadyToRun = Setting("ReadyToRun", "", true),
            ServerGc = GCSettings.IsServerGC,
            InstructionSets = [.. Sets().Where(set => set.Supported).Select(set => set.Name)],
            Overrides = [.. Variables()],
        };
    }

    private static IEnumerable<(string Name, bool Supported)> Sets() =>
    [
        ("AVX-512", Avx512BW.IsSupported), ("AVX2", Avx2.IsSupported), ("AVX", Avx.IsSupported), ("SSE4.2", Sse42.IsSupported),
        ("AdvSimd", System.Runtime.Intrinsics.Arm.AdvSimd.IsSupported), ("SVE", HasSve()),
    ];

#pragma warning disable SYSLIB5003 // Sve is marked experimental; asking whether the machine has it is not.
    private static bool HasSve() => System.Runtime.Intrinsics.Arm.Sve.IsSupported;
#pragma warning restore SYSLIB5003

    private static bool Setting(string variable, string configuration, bool otherwise)
    {
        if (Environment.GetEnvironmentVariable("DOTNET_" + variable) is { } text
            && uint.TryParse(text, NumberStyles.HexNumber, CultureInfo.InvariantCulture, out uint value))
            return value != 0;
        return bool.TryParse(AppContext.GetData(configuration) as string, out bool configured) ? configured : otherwise;
    }

    private static IEnumerable<string> Variables()
    {
        string[] prefixes = ["Enable", "Tiered", "TC_", "ReadyToRun", "JIT", "Jit", "PreferredVectorBitWidth", "gc", "GC", "OSR"];
        foreach (System.Collections.DictionaryEntry variable in Environment.GetEnvironmentVariables())
        {
            string name = (string)variable.Key;
            if (name.StartsWith("DOTNET_", StringComparison.Ordinal) && name != "DOTNET_EnableDiagnostics"
                && prefixes.Any(prefix => name.AsSpan(7).StartsWith(prefix, StringComparison.Ordinal)))
                yield return $"{name}={variable.Value}";
        }
    }
}
