using Course.Measure.Counting;

namespace Course.Tests.Measure.Counting;

public sealed class CounterTableTests
{
    [Theory]
    [InlineData(1, "not permitted", "seccomp")]
    [InlineData(2, "not offered", "virtual machines")]
    [InlineData(3, "thread", "again")]
    [InlineData(13, "access denied", "perf_event_paranoid")]
    [InlineData(16, "in use", "stop it")]
    [InlineData(19, "not offered", "metal")]
    [InlineData(22, "not understood", "too old")]
    [InlineData(24, "too many open files", "ulimit -n")]
    [InlineData(38, "no such system call", "without perf events")]
    [InlineData(95, "not offered", "simulated")]
    [InlineData(77, "error 77", "simulated")]
    public void EveryRefusalIsASentenceWithARemedy(int errno, string reason, string remedy)
    {
        CounterRefusal refusal = CounterRefusal.Of(errno);
        Assert.Contains(reason, refusal.Reason);
        Assert.Contains(remedy, refusal.Remedy, StringComparison.OrdinalIgnoreCase);
        Assert.EndsWith(errno == 1 ? "perf_event_paranoid=1" : ".", refusal.Remedy);
    }

    [Fact]
    public void ACounterThatTookTurnsIsScaledToTheWholeTime()
    {
        var random = new Random(7);
        for (int i = 0; i < 2000; i++)
        {
            ulong enabled = (ulong)random.NextInt64(1, 1L << 40), running = (ulong)random.NextInt64(1, (long)enabled + 1), raw = (ulong)random.NextInt64(1L << 50);
            var reading = new PerfReading(raw, enabled, running);
            // Independently, in decimal arithmetic.
            double expected = (double)((decimal)raw * enabled / running);
            Assert.InRange(reading.Scaled!.Value, expected * (1 - 1e-12), expected * (1 + 1e-12));
            Assert.InRange(reading.Coverage, 0, 1);
            Assert.Equal(raw, new PerfReading(raw, enabled, enabled).Scaled);
        }
        Assert.Null(new PerfReading(0, 1000, 0).Scaled);
        // A thread that never ran between start and stop was not refused its turn.
        Assert.Equal(0, new PerfReading(0, 0, 0).Scaled);
        Assert.Equal(1, new PerfReading(0, 0, 0).Coverage);
    }

    [Fact]
    public void RatiosAreComputedWhereBothCountsAreThere()
    {
        var table = new CounterTable("a", "somebody", [Row(CounterKind.Cycles, 100), Row(CounterKind.Instructions, 250), Row(CounterKind.Branches, null),
            Row(CounterKind.BranchMisses, 3), Row(CounterKind.CacheReferences, 40), Row(CounterKind.CacheMisses, 10), Row(CounterKind.TaskClock, 30), Row(CounterKind.Elapsed, 20)]);
        Assert.Equal((2.5, 0.25, 1.5), (table.InstructionsPerCycle(), table.CacheMissShare(), table.CpusUsed()));
        Assert.Null(table.BranchMissShare());
    }

    [Fact]
    public void SimulatedCountsTakeThePlaceOfMissingOnesAndStandBesideOthers()
    {
        CounterTable table = new CounterTable("a", "here", [Row(CounterKind.Cycles, null), Row(CounterKind.CacheMisses, null), Row(CounterKind.PageFaults, 7)])
            .With(new CounterRow(CounterKind.CacheMisses, 12, CounterOrigin.Simulated), new CounterRow(CounterKind.PageFaults, 8, CounterOrigin.Published));
        Assert.Equal([("cycles", "-"), ("cache-misses", "12"), ("page-faults", "7"), ("page-faults", "8")], table.Select(row => (row.Counter, row.Count)));
        Assert.Equal([CounterOrigin.NotCounted, CounterOrigin.Simulated, CounterOrigin.Measured, CounterOrigin.Published], table.Select(row => row.Origin));
        Assert.Equal(7, table.Value(CounterKind.PageFaults));
    }

    [Fact]
    public void EveryCounterIsExplained()
    {
        Assert.Equal(Enum.GetValues<CounterKind>(), CounterDefinition.All.Select(one => one.Kind));
        Assert.All(CounterDefinition.All, one => Assert.EndsWith(".", one.Meaning));
        Assert.Equal(CounterKind.TaskClock, CounterDefinition.Named("task-clock").Kind);
        Assert.Contains("cycles", Assert.Throws<ArgumentException>(() => CounterDefinition.Named("cycle")).Message);
    }

    private static CounterRow Row(CounterKind kind, double? value) => new(kind, value, CounterOrigin.Measured);
}
