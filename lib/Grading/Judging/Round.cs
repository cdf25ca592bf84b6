namespace Grading.Judging;

/// <summary>Every form as often as a round has passes, in random order; of its samples each form's shortest counts.</summary>
/// <param name="Same">The solution's time over its own in the other process.</param>
/// <param name="Reached">How many times as fast as the naive form the solution was.</param>
/// <param name="Got">The same of the answer.</param>
internal readonly record struct Round(double Same, double Reached, double Got)
{
    /// <param name="wrong">What was wrong with an output of the answer; null when all were right.</param>
    public static Round Time(TimedForm answer, Rivals rivals, out Difference? wrong)
    {
        TimedForm[] order = [answer, rivals.Solution, rivals.Again, rivals.Naive];
        var times = order.ToDictionary(form => form, _ => double.PositiveInfinity);
        wrong = null;
        for (int pass = 0; pass < rivals.Solution.Passes && wrong is null; pass++)
        {
            Random.Shared.Shuffle(order);
            foreach (TimedForm form in order) times[form] = Math.Min(times[form], form.TimeCall());
            wrong = answer.Wrong();
        }
        wrong ??= answer.WrongWithAll();
        return new Round(times[rivals.Solution] / times[rivals.Again], times[rivals.Naive] / times[rivals.Solution], times[rivals.Naive] / times[answer]);
    }
}
