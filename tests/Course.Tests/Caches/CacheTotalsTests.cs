using Course.Caches;
using Course.Traces;
using Process = System.Diagnostics.Process;
using ProcessStartInfo = System.Diagnostics.ProcessStartInfo;

namespace Course.Tests.Caches;

public sealed class CacheTotalsTests
{
    [Fact]
    public void Streams_count_what_the_stepping_simulator_counts()
    {
        var random = new Random(11);
        for (int round = 0; round < 150; round++)
        {
            int lineBytes = 1 << random.Next(2, 8);
            LevelConfiguration[] levels = [.. Enumerable.Range(1, random.Next(1, 4)).Select(level =>
                new LevelConfiguration($"L{level}", new CacheGeometry(1 << random.Next(6), random.Next(1, 21), lineBytes), Classify: level == 1 && random.Next(2) == 0))];
            var configuration = new CacheConfiguration(levels, Access: random.Next(4) == 0 ? AccessMode.Cachelab : AccessMode.Split);
            Trace trace = RandomTraces.Create(random, random.Next(20_000), 1 << random.Next(8, 18), onlyPlainSizes: random.Next(2) == 0);
            Compare(configuration, trace);
        }
    }

    [Theory]
    [InlineData(8)]
    [InlineData(16)]
    [InlineData(20)]
    public void Long_walks_and_long_waits_are_split_as_the_classifier_splits_them(int ways)
    {
        // One line is used at the start and at the end, so the bits of all uses between have to be kept; then lines stream through.
        var trace = new Trace();
        trace.Add(AccessKind.Store, 0x100000, 8);
        for (int i = 0; i < 300_000; i++) trace.Add((AccessKind)(i & 1), 0x200000 + (ulong)(i % 7 * 4096), 4);
        trace.Add(AccessKind.Load, 0x100000, 8);
        for (int i = 0; i < 100_000; i++) trace.Add(AccessKind.Load, 0x400000 + (ulong)(i * 48 % 300_000), 16);
        Compare(new CacheConfiguration(new LevelConfiguration("L1", new CacheGeometry(16, ways, 64), Classify: true)), trace);
    }

    [Fact]
    public async Task Without_wide_vectors_the_counts_are_the_same()
    {
        // The same assembly's own test, in a process where AVX-512 is off.
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (string argument in (string[])["vstest", typeof(CacheTotalsTests).Assembly.Location, $"--TestCaseFilter:FullyQualifiedName~{nameof(Streams_count_what_the_stepping_simulator_counts)}"])
            start.ArgumentList.Add(argument);
        start.Environment["DOTNET_EnableAVX512"] = "0";
        using Process child = Process.Start(start)!;
        Task<string> output = child.StandardOutput.ReadToEndAsync(), errors = child.StandardError.ReadToEndAsync();
        await child.WaitForExitAsync();
        string said = await output + await errors;
        Assert.True(child.ExitCode == 0, said);
        Assert.Contains("Passed", said);
    }

    [Fact]
    public void Loops_given_as_strides_count_what_their_accesses_count()
    {
        var random = new Random(12);
        for (int round = 0; round < 100; round++)
        {
            LevelConfiguration[] levels = [.. Enumerable.Range(1, random.Next(1, 3)).Select(level =>
                new LevelConfiguration($"L{level}", new CacheGeometry(1 << random.Next(5), random.Next(1, 10), 64), Classify: level == 1))];
            var configuration = new CacheConfiguration(levels);
            var loops = new List<AffineLoop>();
            for (int i = 0; i < 30; i++)
            {
                loops.Add(new AffineLoop(random.Next(200), [.. Enumerable.Range(0, random.Next(1, 12)).Select(_ => new AffineReference(
                    (AccessKind)random.Next(4), 0x100000 + (ulong)random.Next(1 << 13), random.Next(-40, 70), random.Next(0, 12)))]));
            }
            var trace = new Trace();
            foreach (AffineLoop loop in loops) loop.AppendTo(trace);
            CacheTotals byAccess = CacheTotals.Of(configuration, trace), byLoop = CacheTotals.Of(configuration, loops);
            Assert.Equal(byAccess.Levels, byLoop.Levels);
            Assert.Equal(byAccess.Memory, byLoop.Memory);
        }
    }

    private static void Compare(CacheConfiguration configuration, Trace trace)
    {
        var simulator = new CacheSimulator(configuration);
        simulator.Run(trace);
        CacheTotals totals = CacheTotals.Of(configuration, trace);
        Assert.Equal(simulator.Counts, totals.Levels);
        Assert.Equal(simulator.Memory, totals.Memory);
    }
}
