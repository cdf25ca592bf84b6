using Course.Measure;
using Xunit.Abstractions;

namespace Course.Tests.Profile;

/// <summary>Holds a profiler's numbers against known ones: the median of five attempts must be right, unless the machine is too noisy to tell.</summary>
internal static class Accuracy
{
    private const int Attempts = 5, Rounds = 2;

    /// <param name="measure">One attempt.</param>
    /// <param name="low">The least that is right.</param>
    /// <param name="high">The most that is right.</param>
    public static void Holds(Func<double> measure, double low, double high, ITestOutputHelper output)
    {
        for (int round = 0; round < Rounds; round++)
        {
            double[] found = [.. Enumerable.Range(0, Attempts).Select(_ => measure()).Order()];
            output.WriteLine($"attempts: {string.Join(", ", found.Select(value => value.ToString("0.0000")))}; right: {low} to {high}");
            double median = found[Attempts / 2];
            if (median >= low && median <= high) return;
            Assert.True(Noisy(), $"The median of {Attempts} attempts is {median:0.0000}; right is {low} to {high}.");
        }
        output.WriteLine("Inconclusive: the same code timed beside itself differs too much on this machine now.");
    }

    private static bool Noisy()
    {
        int sink = 0;
        void Same() { for (int i = 0; i < 200_000; i++) sink = sink * 31 + i; }
        Measurements times = Timing.Interleaved(("once", Same), ("again", Same));
        return Math.Abs(times["once"].Milliseconds / times["again"].Milliseconds - 1) > 0.03;
    }
}
