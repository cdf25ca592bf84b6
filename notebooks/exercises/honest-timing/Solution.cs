// exercise: honest-timing
static class Timed
{
    // time(i) runs the work for the i-th time, from 0 on: nanoseconds.
    // Median and spread as above: elements n/2, n/4 and 3n/4 of n sorted.
    public static double[] Summary(
        Func<long, long> time, int warmUps, int readings)
    {
        for (int i = 0; i < warmUps; i++) time(i);
        var sorted = new double[readings];
        for (int i = 0; i < readings; i++) sorted[i] = time(warmUps + i);
        Array.Sort(sorted);
        double median = sorted[readings / 2];
        return [median, (sorted[3 * readings / 4] - sorted[readings / 4]) / median];
    }
}
