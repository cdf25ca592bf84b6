// exercise: honest-timing
static class Timed
{
    public static double[] Summary(Func<long, long> time, int warmUps, int readings)
    {
        long[] sorted = [.. Enumerable.Range(warmUps, readings).Select(i => time(i)).Order()];
        long[] again = [.. Enumerable.Range(warmUps, readings).Select(i => time(i)).Order()];
        double median = sorted[readings / 2];
        return [median, (again[3 * readings / 4] - again[readings / 4]) / median];
    }
}
