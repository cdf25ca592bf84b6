using Course.Measure.Counting;
using Course.Tests.Architecture;

namespace Course.Tests.Measure.Counting;

public sealed class CounterFileTests
{
    private static readonly string Published = Path.Combine(Repository.Root, "data", "published", "blur-counters.json");

    /// <summary>The article rounds its own differences to 89 times fewer instructions, 47 times fewer cycles, 75 times faster, 1.6 processors.</summary>
    [Fact]
    public void TheArticlesDifferencesFollowFromItsFigures()
    {
        IReadOnlyList<CounterTable> article = CounterFile.Load(Published);
        CounterTable python = article[0], numpy = article[1];
        Assert.Equal(89, Math.Round(Ratio(CounterKind.Instructions)));
        Assert.Equal(47, Math.Round(Ratio(CounterKind.Cycles)));
        Assert.Equal(75, Math.Round(Ratio(CounterKind.Elapsed)));
        Assert.Equal((2.11, 1.10), (Math.Round(python.InstructionsPerCycle()!.Value, 2), Math.Round(numpy.InstructionsPerCycle()!.Value, 2)));
        Assert.Equal((0.03974, 0.09283), (Math.Round(python.CacheMissShare()!.Value, 5), Math.Round(numpy.CacheMissShare()!.Value, 5)));
        Assert.Equal((0.0120, 0.0204), (Math.Round(python.BranchMissShare()!.Value, 4), Math.Round(numpy.BranchMissShare()!.Value, 4)));
        Assert.Equal((1.000, 1.613), (Math.Round(python.CpusUsed()!.Value, 3), Math.Round(numpy.CpusUsed()!.Value, 3)));
        Assert.All(article.SelectMany(table => table), row => Assert.Equal(CounterOrigin.Published, row.Origin));

        double Ratio(CounterKind kind) => python.Value(kind)!.Value / numpy.Value(kind)!.Value;
    }

    [Fact]
    public void WhatIsSavedIsLoadedWithItsDate()
    {
        using var folder = new TemporaryFolder();
        string path = Path.Combine(folder.Path, "counters.json");
        CounterTable table = new("flat bytes", "a machine", [new(CounterKind.Cycles, null, CounterOrigin.Measured, "hidden"),
            new(CounterKind.Instructions, 12.5, CounterOrigin.Simulated, "why"), new(CounterKind.PageFaults, 3, CounterOrigin.Measured)]);
        DateTime before = DateTime.UtcNow;
        CounterFile.Save([table], path);

        CounterTable loaded = Assert.Single(CounterFile.Load(path));
        Assert.Equal(table.Skip(1), loaded);
        // Midnight may have passed.
        Assert.Contains(loaded.Source, new[] { before, DateTime.UtcNow }.Select(day => $"Recorded on {day:yyyy-MM-dd}: a machine"));
        Assert.Single(Directory.GetFiles(Path.GetDirectoryName(path)!));
    }

    [Fact]
    public void ADamagedFileIsReadOrRefusedByName()
    {
        using var folder = new TemporaryFolder();
        string whole = File.ReadAllText(Published), path = Path.Combine(folder.Path, "damaged.json");
        var random = new Random(3);
        for (int i = 0; i < 300; i++)
        {
            int at = random.Next(whole.Length), length = random.Next(Math.Min(40, whole.Length - at));
            File.WriteAllText(path, whole.Remove(at, length).Insert(at, new string((char)random.Next(32, 127), random.Next(3))));
            try { Assert.NotEmpty(CounterFile.Load(path)); }
            catch (InvalidDataException refused) { Assert.Contains(path, refused.Message); }
        }
        Assert.Contains("course count --json", Assert.Throws<FileNotFoundException>(() => CounterFile.Load(Path.Combine(folder.Path, "none.json"))).Message);
    }

    [Fact]
    public void TwoTablesSideBySideAreDividedAndExplained()
    {
        CounterTable[] article = [.. CounterFile.Load(Published)];
        Assert.Equal(["Python (published)", "NumPy (published)", "Python / NumPy"], CounterListing.Columns(article));
        var rows = CounterListing.Rows(article).ToArray();
        Assert.Equal(9, rows.Length);
        Assert.Equal(["1,108,102,913,558", "12,434,411,770", "89.1"], rows.Single(row => row.Name == "instructions").Cells);
        Assert.Contains("Processors in use: Python 1.00, NumPy 1.61.", rows.Single(row => row.Name == "task-clock").Text);
        Assert.Contains("NumPy has 40.3 times as many as Python.", rows.Single(row => row.Name == "page-faults").Text);
        Assert.Contains("published, all of them minor", rows.Single(row => row.Name == "page-faults").Text);
    }

    [Fact]
    public void WhatOneSideHasNoneOfIsSaidInsteadOfDivided()
    {
        CounterTable anew = new("anew", "here", [new(CounterKind.PageFaults, 714, CounterOrigin.Measured), new(CounterKind.ContextSwitches, 0, CounterOrigin.Measured)]),
            reused = new("reused", "here", [new(CounterKind.PageFaults, 0.2, CounterOrigin.Measured), new(CounterKind.ContextSwitches, 3, CounterOrigin.Measured)]);
        var rows = CounterListing.Rows(anew, reused).ToArray();
        Assert.Equal(["714", "0.2", "3,570"], rows[0].Cells);
        Assert.Equal(["0", "3", "-"], rows[1].Cells);
        Assert.Contains("anew has none, so there is no ratio.", rows[1].Text);
        Assert.DoesNotContain("times as many", rows[1].Text);
    }

    [Fact]
    public void AMixedTableNamesTheOriginInEveryCell()
    {
        var table = new CounterTable("mixed", "here", [new(CounterKind.Instructions, 12, CounterOrigin.Simulated), new(CounterKind.PageFaults, 3, CounterOrigin.Measured)]);
        Assert.Equal(["mixed"], CounterListing.Columns(table));
        Assert.Equal(["12 simulated", "3 measured"], CounterListing.Rows(table).Select(row => row.Cells[0]));
    }
}
