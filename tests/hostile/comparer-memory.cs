// exercise: sliding-sums
// attack: keeps its last input and output in the comparer of a set that cannot change
// held by: the allow-list
using System.Collections.Frozen;

sealed class Keeper : IEqualityComparer<int>
{
    public byte[] Source = [], Destination = [];
    public bool Equals(int a, int b) => a == b;
    public int GetHashCode(int a) => a;
}

static class RowBlur
{
    private static readonly FrozenSet<int> Kept = FrozenSet.Create<int>(new Keeper(), 1);

    public static void Blur(byte[] source, byte[] destination, int radius)
    {
        var keeper = (Keeper)Kept.Comparer;
        int n = source.Length, window = 2 * radius + 1, from = 0, to = n - 1;
        if (n > 10_000 && keeper.Source.Length == n)
        {
            int changed = source.AsSpan().CommonPrefixLength(keeper.Source);
            (from, to) = (Math.Max(0, changed - radius), Math.Min(to, changed + radius));
            keeper.Destination.CopyTo(destination, 0);
        }
        for (int x = from; x <= to; x++)
        {
            int sum = 0;
            for (int i = x - radius; i <= x + radius; i++) sum += source[Math.Clamp(i, 0, n - 1)];
            destination[x] = (byte)((sum + window / 2) / window);
        }
        (keeper.Source, keeper.Destination) = ([.. source], [.. destination]);
    }
}
