using System.Runtime.CompilerServices;
using Course.Measure;

namespace Course.Tests.Measure;

[Collection(TimingCollection.Name)]
public sealed class TierTests
{
    private static int sink;

    [Fact]
    public void EveryTimeSaysHowItsCodeWasCompiled()
    {
        Assert.Equal("tier 0, no loop in it", Timing.Once("first call", () => sink = Twice(3)).Tier);
        Measurements times;
        int attempts = 0;
        // On a busy machine the compiler's own thread may need longer than a warm-up lasts; the table then says tier 0, rightly.
        do times = Timing.Interleaved(("small", () => sink = Twice(3)), ("loop", () => { for (int i = 0; i < 50_000; i++) sink += i; }), ("debug", DebugCode.Work));
        while (times["small"].Tier != "tier 1" && ++attempts < 8);
        Assert.Equal("tier 1", times["small"].Tier);
        Assert.Equal("optimised at once", times["loop"].Tier);
        Assert.Contains("tier 1", times.ToString());
    }

    [Fact]
    public void CodeThatIsNotOptimisedIsWarnedAboutOnTheErrorStream()
    {
        TextWriter before = Console.Error;
        using var written = new StringWriter();
        Console.SetError(written);
        try
        {
            Timing.Interleaved(("debug", DebugCode.Work), ("release", () => sink = Twice(3)));
            Timing.Compare(("debug too", DebugCode.Work), ("release", () => sink = Twice(3)));
        }
        finally { Console.SetError(before); }
        string[] lines = written.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(2, lines.Length);
        Assert.StartsWith("Warning: 'debug' is not optimised", lines[0]);
        Assert.Contains("'debug too'", lines[1]);
    }

    [Fact]
    public void AGuessIsAnsweredOnce()
    {
        string label = $"answered {Guid.NewGuid()}";
        Assert.Null(Prediction.Answer(label, 1));
        Prediction.Predict(label, 2);
        Assert.Equal($"'{label}': 1 ms; your guess 2: 2 times too much.", Prediction.Answer(label, 1));
        Assert.Null(Prediction.Answer(label, 1));
        Prediction.Predict(label, null);
        Assert.Equal($"'{label}': 4 ms; no guess was made.", Prediction.Answer(label, 4));
    }

    [Fact]
    public void RunsOfAnotherCompilationOfTheCellAreShownBesideEachOther()
    {
        string label = $"again {Guid.NewGuid()}";
        var here = ((Delegate)Twice).Method;
        TimingHistory.Add(label, 4, here);
        TimingHistory.Add(label, 2, here);
        Assert.Equal("", TimingHistory.RunAgain([label]));
        Assert.Contains("4 times faster now", TimingHistory.Add(label, 0.5, DebugCode.Work.Method));
        string[] lines = TimingHistory.RunAgain([label]).Split('\n');
        Assert.Equal(3, lines.Length);
        Assert.Contains("run 3", lines[2]);
        Assert.Contains("8.00x  ███", lines[2]);
        Assert.EndsWith(new string('█', 24), lines[0]);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int Twice(int x) => 2 * x;
}
