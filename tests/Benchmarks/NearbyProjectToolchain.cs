using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Toolchains;
using BenchmarkDotNet.Toolchains.CsProj;
using BenchmarkDotNet.Toolchains.DotNetCli;

namespace Benchmarks;

/// <summary>
/// BenchmarkDotNet builds the benchmarked project again for each case, and 0.14 looks for it in the working directory; this one looks
/// above the running program, so that the suite can be started from anywhere.
/// </summary>
internal sealed class NearbyProjectToolchain() : CsProjGenerator(Framework, cliPath: null!, packagesPath: null!, runtimeFrameworkVersion: null!)
{
    private const string Framework = "net10.0";

    public static IToolchain Create() => new Toolchain(
        Framework, new NearbyProjectToolchain(), new DotNetCliBuilder(Framework), new DotNetCliExecutor(customDotNetCliPath: null!));

    protected override FileInfo GetProjectFilePath(Type benchmarkTarget, ILogger logger)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (folder.GetFiles("Benchmarks.csproj") is [FileInfo project]) return project;
        throw new InvalidOperationException("Benchmarks.csproj does not lie above the running program; run the suite from its clone.");
    }
}
