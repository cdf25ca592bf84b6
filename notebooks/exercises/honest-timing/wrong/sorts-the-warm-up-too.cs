// fails: correct
static class Timed
{
    public static double[] Summary(Func<long, long> time, int warmUps, int readings)
    {
        double[] sorted = [.. Enumerable.Range(0, warmUps + readings).Select(i => (double)time(i)).Order().Skip(warmUps)];
        double median = sorted[readings / 2];
        return [median, (sorted[3 * readings / 4] - sorted[readings / 4]) / median];
    }
}
