namespace Course.Patterns;

/// <summary>Work that is nothing but computing: sums of square roots, several of them, in every way that C# offers.</summary>
public static class HeavyWork
{
    public static double RootSum(int n)
    {
        double sum = 0;
        for (int i = 0; i < n; i++) sum += Math.Sqrt(i);
        return sum;
    }

    public static double Sequential(int pieces, int n)
    {
        double total = 0;
        for (int i = 0; i < pieces; i++) total += RootSum(n);
        return total;
    }

    public static double ParallelFor(int pieces, int n)
    {
        double[] sums = new double[pieces];
        Parallel.For(0, pieces, i => sums[i] = RootSum(n));
        return sums.Sum();
    }

    public static double Threads(int pieces, int n)
    {
        double[] sums = new double[pieces];
        Thread[] threads = [.. Enumerable.Range(0, pieces).Select(i => new Thread(() => sums[i] = RootSum(n)))];
        foreach (Thread thread in threads) thread.Start();
        foreach (Thread thread in threads) thread.Join();
        return sums.Sum();
    }

    public static async Task<double> AsyncOnly(int pieces, int n)
    {
        async Task<double> Piece()
        {
            await Task.CompletedTask;
            return RootSum(n);
        }
        return (await Task.WhenAll(Enumerable.Range(0, pieces).Select(_ => Piece()))).Sum();
    }

    /// <summary>
    /// One piece of work of which a share cannot be divided: that part runs first, on one core, the rest on <paramref name="cores"/>
    /// cores in pieces of equal size.
    /// </summary>
    public static void PartlySerial(double serialShare, int n, int cores)
    {
        RootSum((int)(serialShare * n));
        int rest = n - (int)(serialShare * n);
        if (cores == 1) RootSum(rest);
        else Parallel.For(0, cores, new ParallelOptions { MaxDegreeOfParallelism = cores }, _ => RootSum(rest / cores));
    }

    /// <summary>Amdahl's law: the most times faster that work with this serial share becomes on so many cores, <c>1 / (s + (1 - s) / cores)</c>.</summary>
    public static double Amdahl(double serialShare, double cores) => 1 / (serialShare + (1 - serialShare) / cores);
}
