using Grading.Judging;

namespace Grading.Tests.Judging;

public class PrivateRandomTests
{
    [Fact]
    public void The_same_seed_and_purpose_say_the_same_and_others_something_else()
    {
        static byte[] Bytes(long seed, string purpose)
        {
            var bytes = new byte[100];
            new PrivateRandom(seed, purpose).NextBytes(bytes);
            return bytes;
        }

        Assert.Equal(Bytes(1, "cases"), Bytes(1, "cases"));
        Assert.NotEqual(Bytes(1, "cases"), Bytes(2, "cases"));
        Assert.NotEqual(Bytes(1, "cases"), Bytes(1, "misses"));
        Assert.NotEqual(Bytes(1, "cases"), Bytes(1L << 40 | 1, "cases"));
    }

    [Fact]
    public void Numbers_lie_in_their_range_and_are_spread_over_it()
    {
        var random = new PrivateRandom(3, "test");
        int[] seen = new int[6];
        for (int i = 0; i < 6_000; i++) seen[random.Next(-2, 4) + 2]++;
        Assert.All(seen, count => Assert.InRange(count, 850, 1_150));
        for (int i = 0; i < 1_000; i++)
        {
            Assert.InRange(random.NextInt64(long.MinValue, long.MaxValue), long.MinValue, long.MaxValue - 1);
            Assert.InRange(random.NextDouble(), 0, 1);
            Assert.InRange(random.NextSingle(), 0, 1);
            Assert.InRange(random.Next(), 0, int.MaxValue - 1);
        }
        Assert.Equal(5, random.Next(5, 5));
        Assert.Throws<ArgumentOutOfRangeException>(() => random.Next(6, 5));
        int[] shuffled = [1, 2, 3, 4];
        random.Shuffle(shuffled);
        Assert.Equal([1, 2, 3, 4], shuffled.Order());
    }
}
