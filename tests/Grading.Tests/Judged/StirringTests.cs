using Judged;

namespace Grading.Tests.Judged;

public class StirringTests
{
    [Fact]
    public void Both_sides_change_the_same_and_nobody_else_knows_what()
    {
        static (int[] Input, long[] Output) After(ulong secret, int steps)
        {
            var (input, output) = (new int[1000], new long[1000]);
            var stirring = new Stirring([input, output], stir: true, outputs: 2, secret);
            for (int step = 0; step < steps; step++) stirring.Apply(step);
            return (input, output);
        }

        Assert.Equal(After(7, 50).Input, After(7, 50).Input);
        Assert.Equal(After(7, 50).Output, After(7, 50).Output);
        Assert.Single(After(7, 1).Input, value => value != 0);
        Assert.Single(After(7, 1).Output, value => value != 0);
        // Places that followed from the step alone would be the same for every secret.
        Assert.True(Enumerable.Range(0, 100).Select(secret => Array.IndexOf(After((ulong)secret, 1).Input, 1)).Distinct().Count() > 80);
    }
}
