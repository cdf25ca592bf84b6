namespace Grading.Children;

/// <summary>Everything that stands in a child's environment: settings of the runtime, equal for every form that is timed.</summary>
internal static class ChildEnvironment
{
    public static IEnumerable<(string Name, string Value)> Of(ChildLimits limits)
    {
        yield return ("DOTNET_EnableDiagnostics", "0");
        yield return ("DOTNET_GCHeapHardLimit", "0x" + limits.MemoryBytes.ToString("x"));
        yield return ("DOTNET_gcConcurrent", "0");
        // Machine code is mapped twice through a file otherwise, which a limit on file sizes forbids.
        yield return ("DOTNET_EnableWriteXorExecute", "0");
        yield return ("DOTNET_TieredPGO", "0");
        // Calls are counted from the first one on, so that warming up takes calls and no waiting.
        yield return ("DOTNET_TC_CallCountingDelayMs", "0");
        yield return ("DOTNET_TC_QuickJitForLoops", limits == ChildLimits.Compiler ? "1" : "0");
        yield return ("DOTNET_CLI_TELEMETRY_OPTOUT", "1");
        yield return ("DOTNET_SYSTEM_GLOBALIZATION_INVARIANT", "1");
    }
}
