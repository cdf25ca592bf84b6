using System.Diagnostics;
using Checks;
using Course.Exercises.Files;

namespace Grading.Judging;

/// <summary>
/// Speed as a ratio: naive form, solution and answer in processes of their own with equal settings, timed in rounds of random order until
/// the answer is clear.
/// </summary>
internal static class SpeedJudge
{
    private const int LeastRounds = 4, MostRounds = 9, Attempts = 3;
    private const double MostNoise = 0.10, LeastRatio = 1.3, WorthTiming = 2, Implausible = 8;

    /// <summary>Every single round has to be so far from every bound before fewer than all rounds decide.</summary>
    private const double Clearly = 1.25;

    /// <summary>Of the time that passes; an idle runtime with threads waiting for work uses 2 % at most.</summary>
    private const double MostBusyBetween = 0.05;
    private static readonly TimeSpan LeastBusyBetween = TimeSpan.FromMilliseconds(40);

    public static Measured Run(Assignment assignment, Criterion.Speed criterion, IReadOnlyList<Band> bands, Rivals rivals)
    {
        using TimedForm answer = new(assignment, assignment.Answer, criterion);
        answer.WarmUp();
        var clock = Stopwatch.StartNew();
        string noise = "";
        for (int attempt = 0; attempt < Attempts; attempt++)
        {
            var rounds = new List<Round>();
            while (rounds.Count < LeastRounds || (rounds.Count < MostRounds && !IsClear(rounds, bands)))
            {
                rounds.Add(Round.Time(answer, rivals, out Difference? wrong));
                if (wrong is not null)
                    return new Measured(0, "a wrong result", "", Measured.Judge, Wrong: $"While it was timed, {wrong.Place} was {wrong.Actual} instead of {wrong.Expected}.");
            }
            double same = Median(rounds, round => round.Same);
            if (IsNoisy(same))
            {
                foreach (TimedForm form in new[] { answer, rivals.Solution, rivals.Again, rivals.Naive }) form.Calibrate();
                noise = $"the same code took {same:0.00} times as long as itself; the machine is too busy to time anything";
                continue;
            }
            double reached = Median(rounds, round => round.Reached), got = Median(rounds, round => round.Got);
            return reached < WorthTiming
                ? Open($"here the solution is only {reached:0.0} times as fast as the naive form, too little to judge by", got, Busy(answer, clock))
                : Judged(got, reached, bands[0], Busy(answer, clock));
        }
        rivals.WearOut();
        return Open(noise, double.NaN, Busy(answer, clock));
    }

    /// <summary>A flag for an answer that works where it is not timed, or makes the others' work take longer.</summary>
    private static string Busy(TimedForm answer, Stopwatch clock) =>
        answer.BusyBetween > LeastBusyBetween && answer.BusyBetween > MostBusyBetween * clock.Elapsed ? "It keeps the processor busy between its calls." : "";

    private static Measured Judged(double got, double reached, Band best, string busy)
    {
        double share = best.AtLeast!.Value, wanted = Math.Max(LeastRatio, share * reached);
        // The bands are shares of what the solution reaches; below 1.3 times the naive form no share earns anything.
        double value = got < LeastRatio ? 0 : got >= wanted ? Math.Max(share, got / reached) : Math.Min(got / reached, Math.BitDecrement(share));
        string flag = busy.Length > 0 ? busy
            : got > Implausible * reached ? $"It is {got / reached:0.0} times as fast as the solution, which is hard to believe." : "";
        return new Measured(value, $"{got:0.0} times the naive form", $"at least {wanted:0.0} times (the solution: {reached:0.0})", Measured.Judge, Flag: flag) { Shown = got, Limit = wanted };
    }

    private static Measured Open(string why, double got, string flag) => new(double.NaN, double.IsNaN(got) ? "" : $"{got:0.0} times the naive form", "", Measured.Judge, Open: why, Flag: flag);

    private static bool IsNoisy(double same) => Math.Abs(Math.Log(same)) > Math.Log(1 + MostNoise);

    private static bool IsClear(List<Round> rounds, IReadOnlyList<Band> bands)
    {
        double reached = Median(rounds, round => round.Reached);
        return !IsNoisy(Median(rounds, round => round.Same)) && bands.Select(band => band.AtLeast!.Value * reached).Append(LeastRatio)
            .All(bound => rounds.All(round => round.Got > Clearly * bound) || rounds.All(round => round.Got < bound / Clearly));
    }

    private static double Median(List<Round> rounds, Func<Round, double> of)
    {
        double[] sorted = [.. rounds.Select(of).Order()];
        return sorted.Length % 2 == 1 ? sorted[sorted.Length / 2] : (sorted[sorted.Length / 2 - 1] + sorted[sorted.Length / 2]) / 2;
    }

    /// <summary>Every form once, in random order.</summary>
    /// <param name="Same">The solution's time over its own in the other process.</param>
    /// <param name="Reached">How many times as fast as the naive form the solution was.</param>
    /// <param name="Got">The same of the answer.</param>
    private readonly record struct Round(double Same, double Reached, double Got)
    {
        public static Round Time(TimedForm answer, Rivals rivals, out Difference? wrong)
        {
            TimedForm[] order = [answer, rivals.Solution, rivals.Again, rivals.Naive];
            Random.Shared.Shuffle(order);
            var times = new Dictionary<TimedForm, double>();
            foreach (TimedForm form in order) times[form] = form.TimeCall();
            wrong = answer.Wrong();
            return new(times[rivals.Solution] / times[rivals.Again], times[rivals.Naive] / times[rivals.Solution], times[rivals.Naive] / times[answer]);
        }
    }
}
