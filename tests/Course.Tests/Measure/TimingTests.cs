using System.Diagnostics;
using Course.Measure;

namespace Course.Tests.Measure;

[Collection(TimingCollection.Name)]
public sealed class TimingTests
{
    private static byte[] kept = [];
    private static double sink;

    [Fact]
    public void EightTimesTheWorkTakesAboutEightTimesTheTime()
    {
        var times = Timing.Interleaved(("once", () => Work(2_000)), ("eight times", () => Work(16_000)));

        Assert.DoesNotContain("OPTIMISED", times[0].Note);
        Assert.Equal(["once", "eight times"], times.Select(one => one.Label));
        Assert.InRange(times["eight times"].Samples().Min() / times["once"].Samples().Min(), 4, 16);
        Assert.Equal(1, times["once"].TimesFaster);
        Assert.All(times, one => Assert.InRange(one.Milliseconds, one.Low, one.High));
        Assert.All(times, one => Assert.True(one.Samples().Count >= 7 && one.Calls >= one.Samples().Count));
        Assert.Equal(Machine.Current, times.Machine);
    }

    [Fact]
    public void AllocatedBytesAreExact()
    {
        var times = Timing.Interleaved(("an array of 1000", () => kept = new byte[1000]), ("nothing", () => Work(100)));

        // 1000 elements, 8 bytes of header, 8 of method table, 8 of length.
        Assert.Equal(1024, times["an array of 1000"].BytesPerCall);
        Assert.Equal(0, times["nothing"].BytesPerCall);
    }

    [Fact]
    public void SlowWorkIsCalledFourTimesAndSaysSo()
    {
        int calls = 0;
        var times = Timing.Interleaved(("slow", () => { calls++; Spin(60); }), ("fast", () => Work(100)));

        Assert.Equal(4, calls);
        Assert.Equal(3, times["slow"].Samples().Count);
        Assert.Contains("slow: 1 warm call, 3 timed", times["slow"].Note);
        Assert.DoesNotContain("slow", times["fast"].Note);
    }

    [Fact]
    public void WorkThatIsSlowOnlyAtItsFirstCallCountsAsFast()
    {
        int calls = 0;
        Measurement one = Timing.Interleaved(("first slow", () => { if (calls++ == 0) Spin(60); }))[0];

        Assert.DoesNotContain("slow", one.Note);
        Assert.True(calls > 30);
        Assert.True(one.Samples().Count >= 7);
    }

    [Fact]
    public void CodeBuiltForDebuggingIsNamed() =>
        Assert.Contains("NOT OPTIMISED", Timing.Interleaved(("debug", DebugCode.Work))[0].Note);

    [Fact]
    public void LabelsMustDiffer()
    {
        Assert.Contains("'same'", Assert.Throws<ArgumentException>(() => Timing.Interleaved(("same", () => { }), ("same", () => { }))).Message);
        Assert.Throws<ArgumentException>(() => Timing.Interleaved());
    }

    [Fact]
    public void OneCallIsCalledOnce()
    {
        int calls = 0;
        Measurement one = Timing.Once("one", () => { calls++; Spin(2); });

        Assert.Equal(1, calls);
        Assert.True(one.Milliseconds >= 2);
        Assert.Equal($"one call, not warmed up; {Machine.Current}; {JitSettings.Current}", one.Note);
        Assert.Matches(@"^one: [\d.]+ ms \[[\d.]+ \.\. [\d.]+\], [\d,]+ B, calls: 1; .+; one call, not warmed up; ", one.ToString());
    }

    [Fact]
    public void TwoMemoryCopiesTakeAboutTwiceAsLong()
    {
        var copy = new MemoryCopy(1 << 20);
        var times = Timing.Interleaved(copy.Timed, ("two copies", () => { copy.Run(); copy.Run(); }));

        Assert.InRange(times["two copies"].Samples().Min() / times[MemoryCopy.Label].Samples().Min(), 1.2, 4);
        Assert.Equal(0, times[MemoryCopy.Label].BytesPerCall);
    }

    private static void Work(int steps)
    {
        double sum = 0;
        for (int i = 1; i <= steps; i++) sum += 1.0 / i;
        sink = sum;
    }

    private static void Spin(double milliseconds)
    {
        long start = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(start).TotalMilliseconds < milliseconds) ;
    }
}
