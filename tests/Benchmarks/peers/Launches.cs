using System.Diagnostics;
using System.Globalization;

namespace Peers;

/// <summary>Starts a process of its own for each case and launch; launches of a case lie apart in time.</summary>
internal static class Launches
{
    /// <summary>The child's argument, before case, launch and file.</summary>
    public const string Child = "launch";

    /// <param name="before">A program and its arguments to start each process with, e.g. "taskset -c 1"; empty for none.</param>
    public static void Run(IReadOnlyList<Case> cases, int launches, string folder, string[] before)
    {
        Directory.CreateDirectory(folder);
        for (int launch = 1; launch <= launches; launch++)
        {
            foreach (Case one in cases)
            {
                string file = Path.Combine(folder, $"{one.FileName}.{launch}.json");
                if (File.Exists(file)) continue; // an interrupted run goes on where it stopped
                long start = Stopwatch.GetTimestamp();
                Start(one, launch, file, before);
                Console.WriteLine($"{one.Name}, launch {launch} of {launches}: {Stopwatch.GetElapsedTime(start).TotalSeconds:F0} s");
            }
        }
    }

    private static void Start(Case one, int launch, string file, string[] before)
    {
        string[] command = [.. before, Environment.ProcessPath!, Child, one.Name, launch.ToString(CultureInfo.InvariantCulture), file];
        var start = new ProcessStartInfo(command[0], command[1..]);
        if (one.Avx2)
        {
            // Debian's OpenCV, and this build of it, hold no 512-bit code; Halide's object is chosen by the case.
            start.Environment["DOTNET_EnableAVX512"] = "0";
            start.Environment["GLIBC_TUNABLES"] = "glibc.cpu.hwcaps=-AVX512F,-AVX512VL,-AVX512BW,-AVX512DQ,-AVX512CD";
        }
        using Process child = Process.Start(start)!;
        child.WaitForExit();
        if (child.ExitCode != 0) throw new InvalidOperationException($"{one.Name}, launch {launch}, failed with exit code {child.ExitCode}; see above.");
    }
}
