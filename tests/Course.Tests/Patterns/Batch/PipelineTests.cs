using Course.Images;
using Course.Patterns;
using Course.Patterns.Batch;
using Course.Tests.Measure;

namespace Course.Tests.Patterns.Batch;

public sealed class PipelineTests
{
    [Fact]
    public async Task EveryRepairAloneAndAllTogetherGiveTheSlowResultAndNameWhatIsBroken()
    {
        using PhotoBatch batch = PhotoBatch.Create(60);
        await using DelayServer server = await DelayServer.StartAsync(TimeSpan.FromMilliseconds(1));
        var pipeline = new PhotoPipeline(batch, server.Address);
        BatchResult slow = await pipeline.RunAsync(BatchSteps.Slow), all = await pipeline.RunAsync(BatchSteps.Fixed);
        Assert.True(Scoreboard.Same(slow, all));
        Assert.Equal(57, slow.Pictures);
        Assert.Collection(slow.Problems,
            problem => Assert.StartsWith("archive.csv, line 615: 2 fields in place of 3", problem, StringComparison.Ordinal),
            problem => Assert.StartsWith("photo-00007: the file is damaged", problem, StringComparison.Ordinal),
            problem => Assert.Equal("photo-00011: the file is missing", problem),
            problem => Assert.Equal("photo-00013: the archive has no row of this name", problem));

        IReadOnlyList<ScoreRow> rows = await Scoreboard.ScoreAsync(pipeline, slow, BatchSteps.Fixed);
        Assert.Equal(7, rows.Count);
        Assert.All(rows, row => Assert.Equal("found, same result", row.State));
        IReadOnlyList<ScoreRow> wrong = await Scoreboard.ScoreAsync(pipeline, slow, BatchSteps.Slow with { Report = _ => "" });
        Assert.Contains("DIFFERS", wrong[^1].State, StringComparison.Ordinal);
        Assert.All(wrong.Take(6), row => Assert.Equal("not found yet", row.State));
    }

    [Fact]
    public async Task TheServiceIsAskedForEachPlaceOnce()
    {
        using PhotoBatch batch = PhotoBatch.Create(400);
        await using DelayServer server = await DelayServer.StartAsync(TimeSpan.Zero);
        var pipeline = new PhotoPipeline(batch, server.Address);
        await pipeline.RunAsync(BatchSteps.Slow);
        Assert.Equal(75, server.Served); // Three years of sixteen are credited.
        server.Forget();
        await pipeline.RunAsync(BatchSteps.Slow with { Credits = FixedSteps.Credits });
        Assert.InRange(server.Served, 1, 24);
    }

    [Fact]
    public void TheSameBatchHasTheSameBytesAndLeavesNothing()
    {
        PhotoBatch one = PhotoBatch.Create(25), two = PhotoBatch.Create(25);
        foreach (string file in Directory.EnumerateFiles(one.Folder))
            Assert.Equal(File.ReadAllBytes(file), File.ReadAllBytes(Path.Combine(two.Folder, Path.GetFileName(file))));
        Assert.Equal(25, Directory.EnumerateFiles(one.Folder).Count());
        one.Dispose();
        two.Dispose();
        Assert.False(Directory.Exists(one.Folder));
    }

    [Fact]
    public void TheRepairedBlurAndHistogramAllocateNothing()
    {
        Plane<byte> image = Photo.Generate(64, 64), result = new(64, 64);
        int[] counts = new int[256];
        Assert.Equal(0, AllocatedBytes.Of(Repaired));
        Assert.True(AllocatedBytes.Of(() => SlowSteps.Blur(image, result)) > 64 * 64 * 9 * 8);

        void Repaired()
        {
            FixedSteps.Blur(image, result);
            FixedSteps.Histogram(result, counts);
        }
    }
}
