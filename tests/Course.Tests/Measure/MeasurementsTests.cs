using Course.Measure;

namespace Course.Tests.Measure;

public sealed class MeasurementsTests
{
    private static readonly Measurements Three = new(
        [new("first", [8, 9, 7, 8, 30], 24, 5), new("second", [4, 4, 4], 0, 3, "slow"), new("third, \"quoted\" <ü>", [1], 1L << 40, 1)],
        Machine.Current, JitSettings.Current, new DateTimeOffset(2026, 11, 21, 8, 0, 0, TimeSpan.Zero));

    [Fact]
    public void TheMedianIgnoresAnOutlierAndTheQuartilesFrameIt()
    {
        Assert.Equal((8, 8, 9), (Three[0].Milliseconds, Three[0].Low, Three[0].High));
        Assert.Equal((1, 0), (Three[0].Outliers, Three[1].Outliers));
        Assert.Equal(("first", 8000, 8000, 9000), Three.Microseconds.First());
    }

    [Fact]
    public void FewSamplesAreFramedByTheirExtremes()
    {
        var few = new Measurement("few", [3, 1, 2], 0, 3);
        Assert.Equal((2, 1, 3), (few.Milliseconds, few.Low, few.High));
    }

    [Fact]
    public void RatiosAreToTheFirstThePreviousAndAnyOther()
    {
        Assert.Equal([1, 2, 8], Three.Select(one => one.TimesFaster));
        Assert.Equal([1, 2, 4], Three.StepByStep().Select(one => one.TimesFaster));
        Assert.Equal([2, 1, 0.25], Three.RatioTo("second").Select(one => one.Ratio));
        Assert.Contains("there are: first, second", Assert.Throws<KeyNotFoundException>(() => Three["fourth"]).Message);
    }

    [Fact]
    public void SavedAndLoadedIsTheSame()
    {
        using var folder = new TemporaryFolder();
        string path = Path.Combine(folder.Path, "new", "three.json");
        Three.Save(path);
        Measurements loaded = Measurements.Load(path);

        Assert.Equal(Three.ToString(), loaded.ToString());
        Assert.Equal(Three.Taken, loaded.Taken);
        Assert.Equal(Three.SelectMany(one => one.Samples()), loaded.SelectMany(one => one.Samples()));
        Assert.Equal(Three.Select(one => one.Calls), loaded.Select(one => one.Calls));
        Assert.Equal([path], Directory.GetFiles(Path.GetDirectoryName(path)!));
    }

    [Fact]
    public void AMissingFileNamesTheCommandThatWritesOne() =>
        Assert.Contains("course bench --json", Assert.Throws<FileNotFoundException>(() => Measurements.Load("no-such.json")).Message);

    [Fact]
    public void ADamagedFileIsRefusedOrReadButNeverCrashes()
    {
        using var folder = new TemporaryFolder();
        string path = Path.Combine(folder.Path, "three.json");
        Three.Save(path);
        byte[] whole = File.ReadAllBytes(path);
        var random = new Random(1);
        int refused = 0;
        for (int round = 0; round < 300; round++)
        {
            byte[] damaged = [.. whole.AsSpan(0, round % 3 == 0 ? random.Next(whole.Length) : whole.Length)];
            for (int i = 0; i < random.Next(3) && damaged.Length > 0; i++) damaged[random.Next(damaged.Length)] = (byte)random.Next(256);
            File.WriteAllBytes(path, damaged);
            try
            {
                Assert.NotEmpty(Measurements.Load(path));
            }
            catch (InvalidDataException e)
            {
                Assert.Contains("three.json is no file of measurements", e.Message);
                refused++;
            }
        }
        Assert.True(refused > 100);
    }
}
