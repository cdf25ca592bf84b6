namespace Course.Patterns;

/// <summary>
/// The sum of n numbers times a factor. The forms differ only in where the factor comes from, and the last one in where the sum lives.
/// </summary>
public class Hoisted(int factor)
{
    private static int s_factor = 3;
    private static long s_total;

    public int Factor { get; } = factor;

    public virtual int VirtualFactor() => Factor;

    public static int[] Input(int n) => [.. Enumerable.Range(0, n).Select(i => i & 1023)];

    public static long StaticField(int[] values)
    {
        long total = 0;
        foreach (int value in values) total += value * s_factor;
        return total;
    }

    public long Property(int[] values)
    {
        long total = 0;
        foreach (int value in values) total += value * Factor;
        return total;
    }

    public long Virtual(int[] values)
    {
        long total = 0;
        foreach (int value in values) total += value * VirtualFactor();
        return total;
    }

    public static long Captured(int[] values)
    {
        int factor = s_factor;
        long total = 0;
        Action<int> add = value => total += value * factor;
        foreach (int value in values) add(value);
        return total;
    }

    public static long Local(int[] values)
    {
        int factor = s_factor;
        long total = 0;
        foreach (int value in values) total += value * factor;
        return total;
    }

    public static long TotalInField(int[] values)
    {
        s_total = 0;
        foreach (int value in values) s_total += value * s_factor;
        return s_total;
    }
}
