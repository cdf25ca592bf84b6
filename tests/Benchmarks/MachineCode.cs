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

    private const string MethodHead = "; Assembly listing for method ";

    /// <summary>
    /// Lists what the rung ran of methods called Blur and of the kernels behind BoxBlur, as far as the compiler optimised it fully: methods
    /// with loops are, from their first call; the others only hand on.
    /// </summary>
    public static string Of(Rung rung)
    {
        string listing = Path.GetTempFileName();
        try
        {
            var start = new ProcessStartInfo(Environment.ProcessPath!)
            {
                ArgumentList = { BlurOnce, rung.Name },
                Environment = { ["DOTNET_JitDisasm"] = "Blur Course.Blur.Box.*:*", ["DOTNET_JitStdOutFile"] = listing },
            };
            using Process child = Process.Start(start)!;
            child.WaitForExit();
            if (child.ExitCode != 0) throw new InvalidOperationException($"The rung '{rung.Name}' failed; see above.");
            return string.Concat(File.ReadAllText(listing).Split(MethodHead, StringSplitOptions.RemoveEmptyEntries)
                .Where(method => method.Split('\n')[0].Contains("FullOpts", StringComparison.Ordinal)).Select(method => MethodHead + method));
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
