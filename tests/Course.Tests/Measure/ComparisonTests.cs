using Course.Measure;
using Course.Tests.Profile;
using Xunit.Abstractions;

namespace Course.Tests.Measure;

[Collection(TimingCollection.Name)]
public sealed class ComparisonTests(ITestOutputHelper output)
{
    private static double sink;

    [Theory]
    [InlineData(2.31, 2.2, 2.4, 0.01, "'new' is 2.31 times as fast as 'old' (between 2.20 and 2.40, 95% confidence).")]
    [InlineData(0.5, 0.4, 0.8, 0.01, "'new' takes 2.00 times as long as 'old' (between 1.25 and 2.50, 95% confidence).")]
    [InlineData(1.01, 0.99, 1.03, 0.01, "No difference to be seen between 'old' and 'new' (ratio between 0.99 and 1.03).")]
    [InlineData(1.05, 1.04, 1.06, 0.08, "Too noisy to conclude: 'old' measured beside itself differed by 8%.")]
    public void ConcludesOnlyWhatTheNoiseAllows(double ratio, double low, double high, double same, string conclusion) =>
        Assert.StartsWith(conclusion, new Comparison("old", "new", ratio, low, high, 0.95, same).Conclusion.Replace(" %", "%"));

    [Fact]
    public void EightTimesTheWorkIsSeenWhateverTheNoise()
    {
        Comparison comparison = Timing.Compare(("eight", () => Work(16_000)), ("one", () => Work(2_000)));
        Assert.True(comparison.Conclusive, comparison.Conclusion);
        Assert.InRange(comparison.TimesFaster, 3, 20);
        Assert.InRange(comparison.TimesFaster, comparison.Low, comparison.High);
        Assert.True(comparison.Confidence >= 0.95);
    }

    /// <summary>One chain of dependent divisions, and one half as long again: the truth is 1.5, but for what starts a loop, a few in ten thousand.</summary>
    [Fact]
    public void TheIntervalHoldsARatioThatIsKnown() => Accuracy.Holds(() =>
    {
        const double right = 1.5, startOfLoops = 0.003;
        Comparison comparison = Timing.Compare(("half as long again", () => Work(9_000)), ("one", () => Work(6_000)));
        output.WriteLine($"{comparison.TimesFaster:0.0000} [{comparison.Low:0.0000} .. {comparison.High:0.0000}], same code {comparison.SameCode:P1}");
        // How far outside the interval, in shares of the truth; an interval so wide that it says nothing counts as a miss.
        double missed = comparison.Low > right ? comparison.Low / right - 1 : comparison.High < right ? comparison.High / right - 1 : 0;
        return comparison.High / comparison.Low > 1.2 ? 1 : Math.Abs(missed) <= startOfLoops ? 0 : missed;
    }, 0, 0, output);

    [Fact]
    public void TheResultTellsMachineSettingsAndTiers()
    {
        Comparison comparison = Timing.Compare(("two", () => Work(2_000)), ("one", () => Work(1_000)));
        Assert.Matches("'two': (tier|optimised|not|compiled).*; 'one': (tier|optimised|not|compiled)", comparison.Conditions);
        Assert.Contains(Machine.Current.ToString(), comparison.ToString());
        Assert.Contains(JitSettings.Current.ToString(), comparison.ToString());
        Assert.StartsWith(comparison.Conclusion, comparison.ToString());
    }

    [Fact]
    public void TheSameWorkIsNotFasterThanItself()
    {
        // The interval misses the truth once in twenty, and a disturbed machine more often; not twice in a row.
        Assert.Contains(Enumerable.Range(0, 4), _ => !Timing.Compare(("same", () => Work(5_000)), ("same again", () => Work(5_000))).Conclusive);
        Assert.True(Timing.SameCode(() => Work(5_000)) >= 0);
    }

    [Fact]
    public void ARunIsSeenBesideTheEarlierRunsOfItsLabel()
    {
        string label = $"history {Guid.NewGuid()}";
        Assert.DoesNotContain("run", Timing.Interleaved((label, () => Work(4_000)))[0].Note);
        Assert.Contains("run 2: was ", Timing.Interleaved((label, () => Work(500)))[0].Note);

        var runs = TimingHistory.Of(label);
        Assert.Equal([1, 2], runs.Select(run => run.Run));
        Assert.Equal(1, runs[0].TimesFaster);
        Assert.True(runs[1].TimesFaster > 2);
        Assert.True(runs[0].Bar.Length > runs[1].Bar.Length);
    }

    [Fact]
    public void AGuessIsSeenBesideTheResult()
    {
        string label = $"guess {Guid.NewGuid()}";
        Assert.Equal("", Prediction.Beside(label, 5));
        Assert.Contains("No guess", Prediction.Predict(label, null));
        Assert.Equal("no guess was made", Prediction.Beside(label, 5));
        Assert.Contains("10", Prediction.Predict(label, 10));
        Assert.Equal("your guess 10: close", Prediction.Beside(label, 11));
        Assert.Equal("your guess 10: 4 times too much", Prediction.Beside(label, 2.5));
        Assert.Equal("your guess 10: 2 times too little", Prediction.Beside(label, 20));
        Assert.Contains("your guess 10: ", Timing.Interleaved((label, () => Work(100)))[0].Note);
        Assert.Throws<ArgumentOutOfRangeException>(() => Prediction.Predict(label, -1));
    }

    private static void Work(int steps)
    {
        double sum = 0;
        for (int i = 1; i <= steps; i++) sum += 1.0 / i;
        sink = sum;
    }
}
