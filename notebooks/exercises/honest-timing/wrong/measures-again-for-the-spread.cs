// fails: operations
static class Timed
{
    public static double[] Summary(Func<long, long> time, int warmUps, int readings)
    {
        double median = Readings().ElementAt(readings / 2);
        return [median, (Readings().ElementAt(3 * readings / 4) - Readings().ElementAt(readings / 4)) / median];

        IEnumerable<double> Readings() => Enumerable.Range(0, warmUps + readings).Select(i => (double)time(i)).Skip(warmUps).Order();
    }
}
