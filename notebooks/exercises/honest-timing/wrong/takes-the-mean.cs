// fails: correct
static class Timed
{
    public static double[] Summary(Func<long, long> time, int warmUps, int readings)
    {
        double[] sorted = [.. Enumerable.Range(0, warmUps + readings).Select(i => (double)time(i)).Skip(warmUps).Order()];
        double mean = sorted.Average();
        return [mean, (sorted[3 * readings / 4] - sorted[readings / 4]) / mean];
    }
}
