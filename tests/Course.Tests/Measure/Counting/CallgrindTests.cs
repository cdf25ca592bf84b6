using System.Globalization;
using Course.Measure.Counting;

namespace Course.Tests.Measure.Counting;

public sealed class CallgrindTests
{
    /// <summary>A real program: a shell that counts to some number.</summary>
    [SkippableFact]
    public void InstructionsGrowWithTheWorkAndTheStartOfTheProgramCancelsOut()
    {
        if (Environment.GetEnvironmentVariable("COURSE_REQUIRE_ALL") == "1") Assert.Null(Callgrind.Missing);
        Skip.If(Callgrind.Missing is not null, Callgrind.Missing);
        double few = Instructions(1000, 2000), many = Instructions(1000, 5000);
        Assert.InRange(few, 100, 20_000);
        // The shell's own tables grow a little; its loop does the same each time.
        Assert.InRange(many / few, 0.99, 1.01);
        Assert.Contains("failed under valgrind", Assert.Throws<InvalidOperationException>(() => Callgrind.Difference(["/bin/sh", "-c", "exit 3"], CountTo(1), 1)).Message);
    }

    [Fact]
    public void TotalsAreReadByTheirNames()
    {
        var totals = CallgrindOutput.Totals(["version: 1", "events: Ir Dr Bc", "fn=(1) main", "5 10 2 1", "totals: 120 30"]);
        Assert.Equal([("Bc", 0L), ("Dr", 30L), ("Ir", 120L)], totals.Select(pair => (pair.Key, pair.Value)).Order());
        Assert.Contains("stopped early", Assert.Throws<InvalidDataException>(() => CallgrindOutput.Totals(["events: Ir"])).Message);
    }

    [Fact]
    public void AnyTextIsReadOrRefused()
    {
        var random = new Random(5);
        string[] starts = ["events:", "totals:", "summary:", "fn=(1)", ""], parts = [" Ir", " Dr", " 12", " -3", " 99999999999999999999", "x", " ", "1 2", "\t"];
        int read = 0;
        for (int i = 0; i < 20_000; i++)
        {
            string[] lines = [.. Enumerable.Range(0, random.Next(5)).Select(_ => starts[random.Next(starts.Length)] + string.Concat(random.GetItems(parts, random.Next(5))))];
            try
            {
                Assert.All(CallgrindOutput.Totals(lines), pair => Assert.True(pair.Value >= 0));
                read++;
            }
            catch (InvalidDataException) { }
        }
        Assert.True(read > 10);
    }

    private static double Instructions(int from, int to) => Callgrind.Difference(CountTo(from), CountTo(to), to - from)[0].Value()!.Value;

    private static string[] CountTo(int number) =>
        ["/bin/sh", "-c", string.Create(CultureInfo.InvariantCulture, $"i=0; while [ $i -lt {number} ]; do i=$((i+1)); done")];
}
