using BenchmarkDotNet.Running;
using Course.Blur;

namespace Benchmarks;

/// <summary>
/// The ladder under BenchmarkDotNet, each rung in processes of its own beside a copy of the same bytes, and the machine code of its loops:
/// <c>dotnet run -c Release --project tests/Benchmarks -- --filter '*'</c>. Arguments are BenchmarkDotNet's own.
/// <c>-- --machine-code "row bands"</c> prints one rung's loops and measures nothing.
/// </summary>
public static class Program
{
    public static int Main(string[] args)
    {
        switch (args)
        {
            case [MachineCode.BlurOnce, string rung]:
                MachineCode.RunChild(rung);
                return 0;
            case ["--machine-code", string rung]:
                Console.WriteLine(MachineCode.Of(Ladder.Find(rung)));
                return 0;
        }
        var summaries = BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args, new LadderConfiguration()).ToList();
        if (summaries.Count == 0) return 0; // only listed, or asked for help
        MachineCode.WriteAll(Path.Combine("BenchmarkDotNet.Artifacts", "machine-code"));
        return summaries.All(summary => !summary.HasCriticalValidationErrors && summary.Reports.All(report => report.Success)) ? 0 : 1;
    }
}
