// exercise: honest-timing
static class Timed
{
    // time(i) runs the work for the i-th time, from 0 on: nanoseconds.
    // Median and spread as above: elements n/2, n/4 and 3n/4 of n sorted.
    public static double[] Summary(
        Func<long, long> time, int warmUps, int readings)
    {
        double sum = 0, fastest = double.MaxValue, slowest = 0;
        for (int i = 0; i < readings; i++)
        {
            sum += time(i);
            fastest = Math.Min(fastest, time(i));
            slowest = Math.Max(slowest, time(i));
        }
        double mean = sum / readings;
        return [mean, (slowest - fastest) / mean];
    }
}
