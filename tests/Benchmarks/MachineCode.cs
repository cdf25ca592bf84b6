using System.Diagnostics;
using Course.Blur;
using Course.Images;

namespace Benchmarks;

/// <summary>
/// The machine code of a rung's loops, as the runtime's compiler lists it: a child process blurs one picture with that listing switched on.
/// </summary>
internal static class MachineCode
{
    /// <summary>The child's argument, before the rung's name.</summary>
    public const string BlurOnce = "--blur-once";

    /// <summary>Lists every method called Blur that the rung ran.</summary>
    public static string Of(Rung rung)
    {
        string listing = Path.GetTempFileName();
        try
        {
            var start = new ProcessStartInfo(Environment.ProcessPath!)
            {
                ArgumentList = { BlurOnce, rung.Name },
                Environment = { ["DOTNET_JitDisasm"] = "Blur", ["DOTNET_JitStdOutFile"] = listing },
            };
            using Process child = Process.Start(start)!;
            child.WaitForExit();
            return child.ExitCode == 0 ? File.ReadAllText(listing) : throw new InvalidOperationException($"The rung '{rung.Name}' failed; see above.");
        }
        finally
        {
            File.Delete(listing);
        }
    }

    /// <summary>One file for each rung that this machine can run.</summary>
    public static void WriteAll(string folder)
    {
        Directory.CreateDirectory(folder);
        foreach (Rung rung in Ladder.All.Where(rung => rung.Missing is null))
            File.WriteAllText(Path.Combine(folder, rung.Name.Replace(' ', '-') + ".asm"), Of(rung));
        Console.WriteLine($"The machine code of every rung's loops: {folder}");
    }

    public static void RunChild(string rung) => Ladder.Find(rung).Prepare(new Plane<byte>(256, 16)).Run();
}
