using System.Diagnostics;
using Xunit.Abstractions;

namespace Course.Tests.Profile;

/// <summary>Holds a profiler's numbers against known ones: the median of five attempts must be right, unless the machine is too noisy to tell.</summary>
internal static class Accuracy
{
    private const int Attempts = 5, Rounds = 2, SamplesBetween = 4;
    private const double NoisySpread = 0.1;

    private static volatile int _sink;

    /// <param name="measure">One attempt.</param>
    /// <param name="low">The least that is right.</param>
    /// <param name="high">The most that is right.</param>
    public static void Holds(Func<double> measure, double low, double high, ITestOutputHelper output)
    {
        for (int round = 0; round < Rounds; round++)
        {
            List<double> same = [];
            double[] found = [.. Enumerable.Range(0, Attempts).Select(_ =>
            {
                // Between the attempts, because noise comes and goes.
                for (int i = 0; i < SamplesBetween; i++) same.Add(Milliseconds());
                return measure();
            }).Order()];
            output.WriteLine($"attempts: {string.Join(", ", found.Select(value => value.ToString("0.0000")))}; right: {low} to {high}");
            double median = found[Attempts / 2];
            if (median >= low && median <= high) return;
            Assert.True(Noisy(same, output), $"The median of {Attempts} attempts is {median:0.0000}; right is {low} to {high}.");
        }
        output.WriteLine("Inconclusive: the same code timed beside itself differs too much on this machine now.");
    }

    /// <summary>The same code, about ten milliseconds of it, again and again: on a machine of one's own it takes the same time.</summary>
    private static bool Noisy(IEnumerable<double> milliseconds, ITestOutputHelper output)
    {
        double[] times = [.. milliseconds.Order()];
        double spread = (times[^(times.Length / 7 + 1)] - times[times.Length / 7]) / times[times.Length / 2];
        output.WriteLine($"the same code beside itself: {spread:P0} apart");
        return spread > NoisySpread;
    }

    private static double Milliseconds()
    {
        long start = Stopwatch.GetTimestamp();
        int sum = 1;
        for (int i = 0; i < 10_000_000; i++) sum = sum * 31 + i;
        _sink = sum;
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }
}
