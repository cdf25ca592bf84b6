using System.Text.Json;
using Course.Measure;
using Course.Patterns;
using Course.Tests.Architecture;
using Python;

namespace Course.Tests.Patterns;

public sealed class PythonFormsTests
{
    public static TheoryData<string, string> Names => new()
    {
        { "squares", "16-slow-patterns" }, { "lookup", "16-slow-patterns" }, { "joined", "16-slow-patterns" }, { "hoisted", "16-slow-patterns" },
        { "rows", "16-slow-patterns" }, { "distances", "18-when-vectors-pay" },
    };

    /// <summary>The notebook's cells are what is recorded and embedded: one text, shown and timed.</summary>
    [Theory]
    [MemberData(nameof(Names))]
    public void TheNotebookShowsTheEmbeddedText(string name, string file)
    {
        using JsonDocument notebook = JsonDocument.Parse(File.ReadAllText(Path.Combine(Repository.Root, "notebooks", file + ".ipynb")));
        string cells = string.Join("\n", notebook.RootElement.GetProperty("cells").EnumerateArray()
            .Select(cell => string.Concat(cell.GetProperty("source").EnumerateArray().Select(line => line.GetString())))
            .Where(text => text.StartsWith("#!python", StringComparison.Ordinal)));
        Assert.All(PythonForms.Source(name).Split('\n'), line => Assert.Contains(line, cells));
    }

    [SkippableFact]
    public void PythonRunsEveryFormThatItsModulesAllow()
    {
        bool missing = PythonInterpreter.Find() is null;
        if (missing && Environment.GetEnvironmentVariable("COURSE_REQUIRE_ALL") == "1") Assert.Fail("No python3 here.");
        Skip.If(missing, "No python3 here.");
        foreach (string name in new[] { "squares", "lookup", "joined", "hoisted" }) PythonForms.Define(name);
        string nowhere = Path.Combine(Path.GetTempPath(), "no-results-here");
        GrowthCurves curves = PythonForms.Over(10, 1000, [.. PythonForms.Squares.Take(3), .. PythonForms.Lookup, .. PythonForms.Joined, .. PythonForms.Hoisted], nowhere);
        Assert.Equal(9, curves.Count);
        Assert.All(curves, curve => Assert.Equal([10, 30, 100, 300, 1000], curve.Points.Select(point => point.N)));
    }

    [Fact]
    public void AFormWhoseModuleIsMissingIsRecordedAndSaysSo()
    {
        string results = Directory.CreateTempSubdirectory("course-growth").FullName;
        try
        {
            var curve = new GrowthCurve("from nowhere", [new(10, 1, 1, 1, 0), new(100, 10, 9, 11, 0)], ended: true);
            RecordedGrowth.From(Machine.Current, new DateOnly(2026, 11, 21), "3.11", [curve]).Save(Path.Combine(results, "cpu", RecordedGrowth.FileName));
            GrowthCurve found = Assert.Single(PythonForms.Over(10, 100, [new("from nowhere", "lambda n: None", "no_such_module_at_all")], results));
            Assert.Equal($"from nowhere (recorded on {Machine.Current.Cpu})", found.Label);
            Assert.Equal(curve.Points, found.Points);
        }
        finally
        {
            Directory.Delete(results, recursive: true);
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("{\"cpu\":3}")]
    [InlineData("[1,2]")]
    public void ABrokenRecordSaysSo(string text)
    {
        string path = Path.GetTempFileName();
        File.WriteAllText(path, text);
        Assert.Contains(path, Assert.Throws<InvalidDataException>(() => RecordedGrowth.Load(path)).Message, StringComparison.Ordinal);
        File.Delete(path);
    }
}
