using System.Globalization;
using System.Runtime.InteropServices;
using Course.Traces;
using Process = System.Diagnostics.Process;
using ProcessStartInfo = System.Diagnostics.ProcessStartInfo;

namespace Cli.Bench;

/// <summary>
/// Another simulator, as a program: it reads accesses of 16 bytes from a file and prints its million accesses per second with one level
/// and with two, and the misses of the first.
/// </summary>
internal sealed class CachePeer : IDisposable
{
    private readonly string _program;
    private readonly string _file = Path.GetTempFileName();

    public CachePeer(string program, Trace trace)
    {
        _program = program;
        File.WriteAllBytes(_file, MemoryMarshal.AsBytes(trace.Accesses));
    }

    /// <exception cref="CommandException">The program fails or prints something else.</exception>
    public (double OneLevel, double TwoLevels, long Misses) Run()
    {
        using Process child = Process.Start(new ProcessStartInfo(_program, [_file]) { RedirectStandardOutput = true })!;
        string[] words = child.StandardOutput.ReadToEnd().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        child.WaitForExit();
        if (child.ExitCode != 0 || words.Length != 3) throw new CommandException($"{_program} failed: it should print three numbers.");
        double[] numbers = [.. words.Select(word => double.Parse(word, CultureInfo.InvariantCulture))];
        return (numbers[0], numbers[1], (long)numbers[2]);
    }

    public void Dispose() => File.Delete(_file);
}
