using System.Globalization;
using System.Text.RegularExpressions;
using Course.Caches;
using Course.Traces;

namespace Course.Tests.Caches;

public sealed partial class CachegrindHierarchyTests
{
    private const string Program = "/bin/true";

    [SkippableTheory]
    [InlineData(16384, 4, 32, 8192, 2, 32, 65536, 8, 64)]
    [InlineData(1024, 1, 64, 2048, 2, 64, 8192, 4, 128)]
    public async Task A_real_program_counts_what_cachegrind_itself_counts(
        int i1, int i1Ways, int i1Line, int d1, int d1Ways, int d1Line, int ll, int llWays, int llLine)
    {
        if (!File.Exists("/usr/bin/valgrind") || !File.Exists(Program))
        {
            Assert.False(Environment.GetEnvironmentVariable("COURSE_REQUIRE_ALL") == "1", "valgrind is missing, and COURSE_REQUIRE_ALL=1 asks for it.");
            Skip.If(true, "valgrind is not installed.");
        }
        string log = Path.GetTempFileName();
        try
        {
            await Valgrind("--tool=lackey", "--trace-mem=yes", $"--log-file={log}", Program);
            string theirs = await Valgrind("--tool=cachegrind", $"--I1={i1},{i1Ways},{i1Line}", $"--D1={d1},{d1Ways},{d1Line}",
                $"--LL={ll},{llWays},{llLine}", "--cachegrind-out-file=/dev/null", Program);

            var simulator = new CacheSimulator(new CacheConfiguration(
            [
                new LevelConfiguration("I1", CacheGeometry.OfSize(i1, i1Ways, i1Line)),
                new LevelConfiguration("D1", CacheGeometry.OfSize(d1, d1Ways, d1Line)),
                new LevelConfiguration("LL", CacheGeometry.OfSize(ll, llWays, llLine)),
            ], HierarchyKind.Cachegrind, AccessMode.Cachegrind));
            simulator.Run(TraceReader.Load(log));

            IReadOnlyList<CacheCounts> ours = simulator.Counts;
            Assert.Equal(Printed(theirs, "I   refs"), new long[] { ours[0].Reads });
            Assert.Equal(Printed(theirs, "I1  misses"), new long[] { ours[0].Misses });
            Assert.Equal(Printed(theirs, "D   refs"), new long[] { ours[1].Accesses, ours[1].Reads, ours[1].Writes });
            Assert.Equal(Printed(theirs, "D1  misses"), new long[] { ours[1].Misses, ours[1].ReadMisses, ours[1].WriteMisses });
            Assert.Equal(Printed(theirs, "LL misses"), new long[] { ours[2].Misses, ours[2].ReadMisses, ours[2].WriteMisses });
        }
        finally
        {
            File.Delete(log);
        }
    }

    [Fact]
    public void Random_traces_with_wide_and_straddling_references_count_what_an_independent_reference_counts()
    {
        var random = new Random(6);
        for (int round = 0; round < 200; round++)
        {
            CacheGeometry[] geometries = [.. Enumerable.Range(0, 3).Select(_ => new CacheGeometry(1 << random.Next(5), random.Next(1, 9), 16 << random.Next(4)))];
            var simulator = new CacheSimulator(new CacheConfiguration(
                [.. geometries.Zip(["I1", "D1", "LL"], (geometry, name) => new LevelConfiguration(name, geometry))], HierarchyKind.Cachegrind, AccessMode.Cachegrind));
            Trace trace = RandomTraces.Create(random, accesses: 500, footprintBytes: 1 << random.Next(8, 14));
            simulator.Run(trace);
            var naive = new NaiveCachegrind(geometries);
            foreach (Access access in trace.Accesses) naive.Refer(access);

            Assert.Equal(naive.Counts, simulator.Counts.Select(counts => (counts.Accesses, counts.ReadMisses, counts.WriteMisses)));
            Assert.Equal(naive.LastLevelInstructionMisses, ((CachegrindHierarchy)simulator.Hierarchy).LastLevelInstructionMisses);
            Assert.Equal(naive.Counts[2].ReadMisses + naive.Counts[2].WriteMisses, simulator.Memory.Reads);
        }
    }

    private static async Task<string> Valgrind(params string[] arguments)
    {
        var start = new System.Diagnostics.ProcessStartInfo("/usr/bin/valgrind", arguments) { RedirectStandardError = true, RedirectStandardOutput = true };
        // Both tools must see the same program: the environment lies on its stack.
        start.Environment.Clear();
        using System.Diagnostics.Process child = System.Diagnostics.Process.Start(start)!;
        Task<string> output = child.StandardOutput.ReadToEndAsync(), errors = child.StandardError.ReadToEndAsync();
        await child.WaitForExitAsync();
        Assert.Equal(0, child.ExitCode);
        return await output + await errors;
    }

    private static long[] Printed(string text, string row) =>
        [.. Number().Matches(text.Split('\n').Single(line => line.Contains(row + ":")).Split(':')[1])
            .Select(number => long.Parse(number.Value, NumberStyles.AllowThousands, CultureInfo.InvariantCulture))];

    [GeneratedRegex("[0-9][0-9,]*")]
    private static partial Regex Number();
}
