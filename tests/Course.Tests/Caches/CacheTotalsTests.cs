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
            int lineBytes = 8 << random.Next(4); // Eight bytes at an eighth of the addresses cover a short line.
            ulong far = round % 10 == 0 ? 0x5555_0000_0000ul : 0, farther = round % 20 == 0 ? 0x7FFF_0000_0000ul : 0;
            LevelConfiguration[] levels = [.. Enumerable.Range(1, random.Next(1, 3)).Select(level =>
                new LevelConfiguration($"L{level}", new CacheGeometry(1 << random.Next(5), random.Next(1, 10), lineBytes), Classify: level == 1))];
            var configuration = new CacheConfiguration(levels);
            var loops = new List<AffineLoop>();
            for (int i = 0; i < 30; i++)
            {
                loops.Add(new AffineLoop(random.Next(200), [.. Enumerable.Range(0, random.Next(1, 12)).Select(_ => new AffineReference(
                    (AccessKind)random.Next(4), 0x100000 + (ulong)random.Next(1 << 13) + (random.Next(3) switch { 0 => far, 1 => farther, _ => 0 }),
                    random.Next(3) == 0 ? random.Next(-8, 9) * 8 : random.Next(-40, 70), random.Next(0, 12)))]));
            }
            var trace = new Trace();
            foreach (AffineLoop loop in loops) loop.AppendTo(trace);
            Compare(configuration, trace);
            CacheTotals byAccess = CacheTotals.Of(configuration, trace), byLoop = CacheTotals.Of(configuration, loops);
            Assert.Equal(byAccess.Levels, byLoop.Levels);
            Assert.Equal(byAccess.Memory, byLoop.Memory);
        }
    }

    [Fact]
    public void Bodies_that_come_again_and_again_are_counted_as_if_each_were_played()
    {
        var random = new Random(13);
        for (int round = 0; round < 60; round++)
        {
            var trace = new Trace();
            for (int loop = 0; loop < 12; loop++)
            {
                Access[] body = [.. Enumerable.Range(0, random.Next(1, 11)).Select(_ =>
                    new Access((AccessKind)random.Next(2), 0x100000 + (ulong)random.Next(64) * 64, random.Next(6) == 0 ? 64 : 8))];
                for (int times = random.Next(400); times > 0; times--)
                    foreach (Access access in body) trace.Add(access);
            }
            LevelConfiguration[] levels = [.. Enumerable.Range(1, random.Next(1, 3)).Select(level =>
                new LevelConfiguration($"L{level}", new CacheGeometry(1 << random.Next(4), random.Next(1, 12), 64), Classify: level == 1))];
            Compare(new CacheConfiguration(levels), trace);
        }
    }

    [Theory]
    [InlineData(0ul, 0x7FFF_FFFF_0000ul)]
    [InlineData(0x5555_0000_0000ul, 0x7FFF_FFFF_0000ul)]
    [InlineData(0ul, 0xFFFF_FFFF_FFFF_0000ul)]
    [InlineData(7ul << 32, 8ul << 32)]
    [InlineData(0ul, 0x5555_0000_0000ul, 0x7FFF_FFFF_0000ul)]
    public void Addresses_far_apart_are_counted_as_if_they_were_near(params ulong[] places)
    {
        var random = new Random(14);
        for (int lineBytes = 4; lineBytes <= 128; lineBytes *= 2)
        {
            var trace = new Trace();
            for (int i = 0; i < 20_000; i++)
            {
                ulong offset = i % 50 == 0 ? 0xFFF0 : (ulong)random.Next(0xFFF0);
                trace.Add((AccessKind)random.Next(2), places[random.Next(places.Length)] + offset, random.Next(1, 12));
            }
            Compare(new CacheConfiguration(new LevelConfiguration("L1", new CacheGeometry(16, 8, lineBytes), Classify: true), new LevelConfiguration("L2", new CacheGeometry(64, 16, lineBytes))), trace);
        }
    }

    [Fact]
    public void A_long_stream_over_few_lines_closes_the_ranks_of_its_marks()
    {
        var trace = new Trace();
        var random = new Random(15);
        for (int i = 0; i < 900_000; i++) trace.Add(AccessKind.Load, (ulong)random.Next(i % 300_000 < 250_000 ? 100 : 200) * 64, 8);
        Compare(new CacheConfiguration(new LevelConfiguration("L1", new CacheGeometry(16, 8, 64), Classify: true)), trace);
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
