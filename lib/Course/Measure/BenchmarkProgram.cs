using System.Reflection;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Course.Measure;

/// <summary>Writes a program that runs the benchmarks of a piece of C#. It takes its libraries from beside this one, so it needs no package source.</summary>
internal static class BenchmarkProgram
{
    /// <exception cref="ArgumentException">The text declares no method marked [Benchmark].</exception>
    public static void Write(string folder, string source)
    {
        CompilationUnitSyntax unit = CSharpSyntaxTree.ParseText(source, new CSharpParseOptions(kind: SourceCodeKind.Script)).GetCompilationUnitRoot();
        BaseTypeDeclarationSyntax[] types = [.. unit.Members.OfType<BaseTypeDeclarationSyntax>()];
        if (!types.SelectMany(type => type.DescendantNodes().OfType<AttributeSyntax>()).Any(attribute => attribute.Name.ToString().Split('.')[^1] is "Benchmark" or "BenchmarkAttribute"))
            throw new ArgumentException("There is no public class with a method marked [Benchmark] in this text.", nameof(source));

        // Beside the program, because BenchmarkDotNet generates further projects below it that need the same.
        File.WriteAllText(Path.Combine(folder, "Directory.Build.props"), $"""
            <Project>
              <PropertyGroup>
                <TargetFramework>net10.0</TargetFramework>
                <AllowUnsafeBlocks>true</AllowUnsafeBlocks>
                <InvariantGlobalization>true</InvariantGlobalization>
                <TieredCompilationQuickJitForLoops>false</TieredCompilationQuickJitForLoops>
              </PropertyGroup>
              <ItemGroup>
                {string.Join("\n    ", Libraries().Select(path => $"<Reference Include=\"{System.Security.SecurityElement.Escape(path)}\" />"))}
              </ItemGroup>
            </Project>
            """);
        File.WriteAllText(Path.Combine(folder, "CourseBenchmarks.csproj"), """
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <OutputType>Exe</OutputType>
                <ImplicitUsings>enable</ImplicitUsings>
              </PropertyGroup>
            </Project>
            """);
        IEnumerable<string> rooms = typeof(BenchmarkProgram).Assembly.GetExportedTypes().Select(type => type.Namespace!).Distinct().Where(name => name.StartsWith("Course.", StringComparison.Ordinal));
        File.WriteAllText(Path.Combine(folder, "Usings.cs"), string.Join('\n', rooms.Append("BenchmarkDotNet.Attributes").Select(name => $"global using {name};")));
        File.WriteAllText(Path.Combine(folder, "Benchmarks.cs"), string.Join('\n', unit.Usings.Select(one => one.ToFullString()).Concat(types.Select(type => type.ToFullString()))));
        File.WriteAllText(Path.Combine(folder, "Program.cs"), Main);
    }

    /// <summary>This library and all that it refers to, from wherever each was loaded: a kernel copies them to places of its own.</summary>
    private static IEnumerable<string> Libraries()
    {
        Assembly start = typeof(BenchmarkProgram).Assembly;
        AssemblyLoadContext context = AssemblyLoadContext.GetLoadContext(start)!;
        string? runtime = Path.GetDirectoryName(typeof(object).Assembly.Location);
        var found = new Dictionary<string, string>();
        var waiting = new Queue<Assembly>([start]);
        while (waiting.TryDequeue(out Assembly? assembly))
        {
            if (assembly.Location.Length == 0 || Path.GetDirectoryName(assembly.Location) == runtime || !found.TryAdd(assembly.GetName().Name!, assembly.Location)) continue;
            foreach (AssemblyName name in assembly.GetReferencedAssemblies())
            {
                try { waiting.Enqueue(context.LoadFromAssemblyName(name)); }
                catch (Exception missing) when (missing is IOException or BadImageFormatException) { } // another system's
            }
        }
        return found.Values;
    }

    // BenchmarkDotNet 0.14 does not know .NET 10 by itself, so the toolchain names it.
    private const string Main = """
        using System.Text.Json;
        using BenchmarkDotNet.Columns;
        using BenchmarkDotNet.Configs;
        using BenchmarkDotNet.Diagnosers;
        using BenchmarkDotNet.Engines;
        using BenchmarkDotNet.Jobs;
        using BenchmarkDotNet.Loggers;
        using BenchmarkDotNet.Running;
        using BenchmarkDotNet.Toolchains.CsProj;
        using BenchmarkDotNet.Toolchains.DotNetCli;

        Job job = (args[0] == "dry" ? Job.Dry : Job.Default)
            .WithToolchain(CsProjCoreToolchain.From(new NetCoreAppSettings("net10.0", null!, ".NET 10.0")));
        var config = ManualConfig.CreateEmpty().AddJob(job).AddDiagnoser(MemoryDiagnoser.Default)
            .AddColumnProvider(DefaultColumnProviders.Instance).AddLogger(ConsoleLogger.Default);
        var rows = BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).RunAll(config).SelectMany(summary => summary.Reports).Select(report => new
        {
            Label = report.BenchmarkCase.Descriptor.WorkloadMethodDisplayInfo + (report.BenchmarkCase.HasParameters ? ", " + report.BenchmarkCase.Parameters.DisplayInfo : ""),
            Type = report.BenchmarkCase.Descriptor.Type.Name,
            Method = report.BenchmarkCase.Descriptor.WorkloadMethod.Name,
            Nanoseconds = report.Success && report.ResultStatistics is { } statistics ? statistics.OriginalValues.ToArray() : [],
            Bytes = report.Success ? report.GcStats.GetBytesAllocatedPerOperation(report.BenchmarkCase) ?? 0 : 0,
            Operations = report.AllMeasurements.Where(one => one is { IterationMode: IterationMode.Workload, IterationStage: IterationStage.Actual }).Sum(one => one.Operations),
            Note = report.ResultStatistics is { } known ? $"BenchmarkDotNet, full job: mean {known.Mean / 1e6:G3} ms, standard deviation {known.StandardDeviation / known.Mean:P1}" : "",
        });
        File.WriteAllText(args[1], JsonSerializer.Serialize(rows));
        """;
}
