using Course.Exercises;
using Course.Exercises.Files;

namespace Grading.Judging;

/// <summary>
/// Speed as a ratio: naive form, solution and answer in processes of their own with equal settings, timed in rounds of random order.
/// The solution is timed twice: what it differs from itself is the noise of this machine.
/// </summary>
internal static class SpeedJudge
{
    private const int Rounds = 9, Attempts = 3;
    private const double MostNoise = 0.10, LeastRatio = 1.3, WorthTiming = 2, Implausible = 8;

    public static Measured Run(Assignment assignment, Criterion.Speed criterion, Band best, Form solution, Form naive)
    {
        using var turn = MachineTurn.Take();
        using TimedForm answer = new(assignment, assignment.Answer, criterion), first = new(assignment, solution, criterion),
            again = new(assignment, solution, criterion), slow = new(assignment, naive, criterion);
        TimedForm[] forms = [answer, first, again, slow];
        foreach (TimedForm form in forms) form.WarmUp();
        string noise = "";
        for (int attempt = 0; attempt < Attempts; attempt++)
        {
            var samples = Sample(assignment, forms, answer, out string wrong);
            if (wrong.Length > 0) return new Measured(0, "a wrong result", "", Measured.Judge, Wrong: wrong);
            double same = Ratio(samples[first], samples[again]);
            if (Math.Abs(Math.Log(same)) > Math.Log(1 + MostNoise))
            {
                noise = $"the same code took {same:0.00} times as long as itself; the machine is too busy to time anything";
                continue;
            }
            double reached = Ratio(samples[slow], samples[first]), got = Ratio(samples[slow], samples[answer]);
            return reached < WorthTiming
                ? Open($"here the solution is only {reached:0.0} times as fast as the naive form, too little to judge by", got)
                : Judged(got, reached, best);
        }
        return Open(noise, double.NaN);
    }

    private static Measured Judged(double got, double reached, Band best)
    {
        double share = best.AtLeast!.Value, wanted = Math.Max(LeastRatio, share * reached);
        // The bands are shares of what the solution reaches; below 1.3 times the naive form no share earns anything.
        double value = got < LeastRatio ? 0 : got >= wanted ? Math.Max(share, got / reached) : Math.Min(got / reached, Math.BitDecrement(share));
        string flag = got > Implausible * reached ? $"It is {got / reached:0.0} times as fast as the solution, which is hard to believe." : "";
        return new Measured(value, $"{got:0.0} times the naive form", $"at least {wanted:0.0} times (the solution: {reached:0.0})", Measured.Judge, Flag: flag) { Shown = got, Limit = wanted };
    }

    private static Measured Open(string why, double got) => new(double.NaN, double.IsNaN(got) ? "" : $"{got:0.0} times the naive form", "", Measured.Judge, Open: why);

    private static Dictionary<TimedForm, List<double>> Sample(Assignment assignment, TimedForm[] forms, TimedForm answer, out string wrong)
    {
        var samples = forms.ToDictionary(form => form, _ => new List<double>());
        TimedForm[] order = [.. forms];
        wrong = "";
        for (int round = 0; round < Rounds && wrong.Length == 0; round++)
        {
            Random.Shared.Shuffle(order);
            foreach (TimedForm form in order) samples[form].Add(form.TimeCall());
            var expected = Expectation.Of(assignment.Exercise, answer.Arguments);
            if (expected.FirstDifference(answer.Last!, answer.Arguments, assignment.Exercise.Tolerance) is { } difference)
                wrong = $"While it was timed, {difference.Place} was {difference.Actual} instead of {difference.Expected}.";
        }
        return samples;
    }

    /// <summary>The median over the rounds of how many times as long the first took.</summary>
    private static double Ratio(List<double> one, List<double> other)
    {
        double[] ratios = [.. one.Zip(other, (first, second) => first / second).Order()];
        return ratios.Length % 2 == 1 ? ratios[ratios.Length / 2] : (ratios[ratios.Length / 2 - 1] + ratios[ratios.Length / 2]) / 2;
    }
}
