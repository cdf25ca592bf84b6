using Course.Exercises.Files;
using Grading.Judging;

namespace Grading.Tests.Judging;

/// <summary>What rounds of a busy machine may decide and what they may not; the machine is simulated.</summary>
public class RoundsTests
{
    private const int Series = 2_000, MostRounds = 64;
    private static readonly Band[] Bands = [new() { AtLeast = 0.5 }, new() { AtLeast = 0.25, Share = 0.5 }];

    /// <summary>The naive form takes 8 times the solution's time; every time is spread, and one in ten is interrupted.</summary>
    [Theory]
    [InlineData(0.01, 1)]
    [InlineData(0.10, 0.99)]
    [InlineData(0.25, 0.8)]
    public void A_solution_earns_and_a_naive_form_misses_on_a_busy_machine(double spread, double leastDecided)
    {
        int earned = Count(spread, again: 1, answer: 1, rounds => rounds.Got.Middle > 0.5 * rounds.Reached.Middle), missed = Count(spread, again: 1, answer: 8, rounds => rounds.Got.Middle < Math.Max(Rounds.LeastRatio, 0.5 * rounds.Reached.Middle));
        // What is decided at all is decided rightly, but for one in a thousand.
        Assert.InRange(Count(spread, again: 1, answer: 1, _ => true) - earned, 0, Series / 1000);
        Assert.InRange(Count(spread, again: 1, answer: 8, rounds => rounds.Got.Middle > 0.25 * rounds.Reached.Middle), 0, Series / 1000);
        Assert.InRange(earned, leastDecided * Series, Series);
        Assert.InRange(missed, leastDecided * Series, Series);
    }

    /// <summary>The check for noise can fail: a pair that is not the same code passes it in one of twenty series at most, however wild the machine.</summary>
    [Theory]
    [InlineData(0.01, 1.3)]
    [InlineData(0.10, 1.3)]
    [InlineData(0.25, 1.3)]
    [InlineData(0.50, 1.3)]
    [InlineData(0.25, 0.75)]
    public void Code_that_is_not_the_same_is_noticed(double spread, double again) =>
        Assert.InRange(Count(spread, again, answer: 1, _ => true), 0, Series / 20);

    [Fact]
    public void An_answer_at_a_bound_is_decided_in_the_end() => Assert.Equal(Series, Count(0.05, again: 1, answer: 2, _ => true));

    /// <summary>How many of the series are decided as hoped.</summary>
    private static int Count(double spread, double again, double answer, Func<Rounds, bool> asHoped)
    {
        var random = new Random(8);
        double Took(double time) => time * Math.Exp(spread * Normal(random)) * (random.Next(10) == 0 ? 1 + 2 * random.NextDouble() * Math.Min(1, 10 * spread) : 1);
        int count = 0;
        for (int series = 0; series < Series; series++)
        {
            var rounds = new Rounds(Bands);
            Standing standing = Standing.Unclear;
            for (int round = 1; round <= MostRounds && standing is Standing.Unclear or Standing.Noisy; round++)
            {
                double solution = Took(1), naive = Took(8);
                rounds.Add(new Round(solution / Took(again), naive / solution, naive / Took(answer)));
                if (rounds.IsDue || round == MostRounds) standing = rounds.Look(isLast: round == MostRounds);
            }
            if (standing == Standing.Decided && asHoped(rounds)) count++;
        }
        return count;
    }

    private static double Normal(Random random) => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
}
