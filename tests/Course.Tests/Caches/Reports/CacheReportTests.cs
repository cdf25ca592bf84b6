using Course.Caches;
using Course.Caches.Reports;
using Course.Traces;

namespace Course.Tests.Caches.Reports;

public sealed class CacheReportTests
{
    private static readonly LevelConfiguration Tiny = new("L1", new CacheGeometry(4, 2, 64));

    [Fact]
    public void A_walk_down_the_columns_of_a_power_of_two_pitch_is_told_for_what_it_is()
    {
        // 4 rows of 256 B: all lines of a column lie in one set of 2 ways; 8 lines in all would fit 4 x 2.
        Trace trace = Columns(rows: 4, pitch: 256, passes: 10);
        CacheReport report = CacheReport.Of(new CacheConfiguration(Tiny), trace);

        Assert.Equal(40, report.FirstLevel.Misses);
        Assert.Equal((4, 0, 36), (report.FirstLevel.Compulsory, report.FirstLevel.Capacity, report.FirstLevel.Conflict));
        Assert.Equal(4, report.Counterfactuals.Single(row => row.Change == "rows one line longer").Misses);
        Assert.Equal(4, report.Counterfactuals.Single(row => row.Change == "one set of all ways").Misses);
        Assert.Equal(40, report.Counterfactuals.Single(row => row.Change == "no cache").Misses);
        Assert.Equal(new AttributionRow("L1", "image", "columns", 40, 40, 38), Assert.Single(report.Attribution));
        Assert.Equal(new EvictionRow("L1", "image", "image", 38), Assert.Single(report.Evictions));
        Assert.Equal(1, Assert.Single(report.UsedBytes).UsedPerLine);
        Assert.Equal([new SetPressureRow(0, 40, 40, 4)], report.Sets.Where(set => set.Accesses > 0));
        Assert.Equal([new ReuseRow(0, 0, 0), new ReuseRow(1, 1, 0), new ReuseRow(2, 3, 36), new ReuseRow(-1, -1, 4)], report.Reuse);
        Assert.Equal(40 * 100, report.EstimatedCycles);

        MissStory story = report.ExampleMiss!;
        Assert.Equal((39, 0, 35, 37, "conflict"), (story.Access, story.Set, story.LastUse, story.EvictedAt, story.Reason));
        Assert.Equal((3, 3), (story.DistinctLines, story.DistinctLinesInSet));
        Assert.Contains("image in columns", story.Text);
        Assert.Contains("one set of all ways", CacheReportText.Format(report));
    }

    [Fact]
    public void Fields_share_the_bytes_of_their_structs_lines()
    {
        var trace = new Trace();
        ushort points = trace.Define(new ArrayRegion("points", 0x1000, 16 * 64, 16, 0, [new ArrayField("x", 0, 4), new ArrayField("tail", 4, 12)]));
        for (int i = 0; i < 64; i++) trace.Add(AccessKind.Load, 0x1000 + 16ul * (ulong)i, 4, points);
        IReadOnlyList<UsedBytesRow> rows = CacheReport.Of(new CacheConfiguration(Tiny), trace).UsedBytes;
        Assert.Equal(new UsedBytesRow("points", "", 16, 1024, 256), rows[0]);
        Assert.Equal(new UsedBytesRow("points", "x", 16, 1024, 256), rows[1]);
        Assert.Equal(new UsedBytesRow("points", "tail", 16, 1024, 0), rows[2]);
    }

    [Fact]
    public void Two_arrays_that_push_each_other_out_are_named()
    {
        var trace = new Trace();
        ushort a = trace.Define(new ArrayRegion("a")), b = trace.Define(new ArrayRegion("b"));
        for (int i = 0; i < 5; i++)
        {
            trace.Add(AccessKind.Load, 0, 8, a);
            trace.Add(AccessKind.Store, 64, 8, b);
        }
        IReadOnlyList<EvictionRow> rows = CacheReport.Of(new CacheConfiguration(new LevelConfiguration("L1", new CacheGeometry(1, 1, 64))), trace).Evictions;
        Assert.Equal([new EvictionRow("L1", "a", "b", 5), new EvictionRow("L1", "b", "a", 4)], rows);
    }

    [Fact]
    public void Belady_is_never_beaten_and_is_right_on_the_textbook_sequence()
    {
        // Silberschatz, Operating System Concepts: three frames, nine faults; LRU has twelve, FIFO fifteen.
        var trace = new Trace();
        foreach (ulong page in new ulong[] { 7, 0, 1, 2, 0, 3, 0, 4, 2, 3, 0, 3, 2, 1, 2, 0, 1, 7, 0, 1 }) trace.Add(AccessKind.Load, page * 64, 1);
        var frames = new LevelConfiguration("L1", new CacheGeometry(1, 3, 64));
        Dictionary<string, long> misses = Counterfactuals.Of(frames, trace).ToDictionary(row => row.Change, row => row.Misses);
        Assert.Equal((12, 15, 9), (misses["as it is"], misses["policy FIFO"], misses["best possible policy (Belady)"]));

        var random = new Random(9);
        for (int round = 0; round < 20; round++)
        {
            IReadOnlyList<Counterfactual> rows = Counterfactuals.Of(Tiny, RandomTraces.Create(random, 500, 4096));
            long best = rows.Single(row => row.Change.Contains("Belady")).Misses;
            Assert.All(rows.Where(row => row.Change.StartsWith("policy") || row.Change == "as it is"), row => Assert.True(row.Misses >= best));
        }
    }

    [Fact]
    public void Reuse_distances_are_the_distinct_lines_between_two_uses()
    {
        var random = new Random(10);
        var distances = new ReuseDistances();
        var recency = new List<ulong>(); // Most recent first.
        for (int i = 0; i < 20_000; i++)
        {
            ulong line = (ulong)random.Next(1 + i % 700);
            int expected = recency.IndexOf(line);
            Assert.Equal(expected, distances.Add(line));
            if (expected >= 0) recency.RemoveAt(expected);
            recency.Insert(0, line);
        }
        Assert.Equal(20_000, distances.Rows().Sum(row => row.Accesses));
    }

    [Fact]
    public void An_access_asked_for_is_told_with_its_sets_before_and_after()
    {
        Trace trace = Columns(rows: 4, pitch: 256, passes: 2);
        CacheReport report = CacheReport.Of(new CacheConfiguration(Tiny), trace, at: 5);
        CacheMoment moment = report.Moment!;
        Assert.Equal([CacheEventKind.Miss, CacheEventKind.Evict, CacheEventKind.Fill], moment.Events.Select(step => step.Kind));
        ulong first = trace[0].Address;
        Assert.Equal([first + 0, first + 768], Assert.Single(moment.Before).Lines);
        Assert.Equal([first + 256, first + 0], Assert.Single(moment.After).Lines);
        Assert.Equal(5, report.ExampleMiss!.Access);
        Assert.Contains("Access 5, step by step", CacheReportText.Format(report));
        Assert.Throws<ArgumentException>(() => CacheReport.Of(new CacheConfiguration(Tiny), trace, at: 8));
    }

    [Fact]
    public void Pages_beyond_the_reach_of_both_buffers_miss_both()
    {
        var simulator = new CacheSimulator(Tlb.Of(firstEntries: 64, secondEntries: 2048));
        for (int pass = 0; pass < 2; pass++)
            for (ulong page = 0; page < 4096; page++) simulator.Step(new Access(AccessKind.Store, page * 4096, 8));
        Assert.Equal((8192, 8192), (simulator.Counts[0].Misses, simulator.Counts[1].Misses));
        simulator = new CacheSimulator(Tlb.Of(Tlb.LargePageBytes));
        for (ulong page = 0; page < 4096; page++) simulator.Step(new Access(AccessKind.Load, page * 4096, 8));
        Assert.Equal(8, simulator.Counts[0].Misses);
    }

    private static Trace Columns(int rows, int pitch, int passes)
    {
        var trace = new Trace();
        ushort image = trace.Define(new ArrayRegion("image", 0x10000, rows * pitch, 1, pitch));
        trace.EnterLoop("columns");
        for (int pass = 0; pass < passes; pass++)
            for (int y = 0; y < rows; y++) trace.Add(AccessKind.Load, 0x10000 + (ulong)(y * pitch), 1, image);
        return trace;
    }
}
