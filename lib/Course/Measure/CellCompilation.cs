using System.Reflection;

namespace Course.Measure;

/// <summary>Whether a notebook's cells are compiled so that timing them means anything.</summary>
public static class CellCompilation
{
    /// <summary>One line on the kernel and on how it compiles cells, with the remedy where it does not optimise them.</summary>
    /// <param name="cell">The assembly of the asking cell, e.g. that of a type it declares.</param>
    public static string Describe(Assembly cell)
    {
        TierWatch.Start(); // so that it sees how the coming cells are compiled
        string kernel = Assembly.GetEntryAssembly()?.GetName().Name ?? "unknown kernel";
        return JitSettings.IsOptimized(cell)
            ? $"Kernel: {kernel}, cells are optimised. {Machine.Current.Runtime}, {Machine.Current.Cpu}."
            : $"Kernel: {kernel}, cells are NOT optimised: no timing of code in a cell counts. Choose the course's own kernel; "
              + "this installs it: dotnet run -c Release --project lib/Cli -- setup";
    }
}
