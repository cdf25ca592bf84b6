using System.Diagnostics;
using Checks;
using Course.Exercises.Files;

namespace Grading.Judging;

/// <summary>
/// Speed as a ratio: naive form, solution and answer in processes of their own with equal settings, timed in rounds of random order until
/// the answer is clear. A quiet machine needs four rounds; a busy one gets twice as many, and twice as many again, until time is up.
/// </summary>
internal static class SpeedJudge
{
    private const double Implausible = 8;
    private const int BusyTries = 3;

    /// <summary>Of the time that passes; an idle runtime with threads waiting for work uses 2 % at most.</summary>
    private const double MostBusyBetween = 0.05;
    private static readonly TimeSpan LeastBusyBetween = TimeSpan.FromMilliseconds(40);

    /// <summary>How long one set of processes is tried.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(8);

    public static Measured Run(Assignment assignment, Criterion.Speed criterion, IReadOnlyList<Band> bands, Rivals rivals, TimeSpan patience)
    {
        using TimedForm answer = new(assignment, assignment.Answer, criterion);
        answer.WarmUp();
        var clock = Stopwatch.StartNew();
        for (int tries = 1; ; tries++)
        {
            var since = Stopwatch.StartNew();
            answer.BusyBetween = TimeSpan.Zero;
            Measured measured = OneSet(answer, bands, rivals, () => clock.Elapsed >= patience);
            if (answer.AtOnce > criterion.MostAtOnce) measured = measured with { Beyond = $"While it was timed, {answer.AtOnce} calls were under way at once, {criterion.MostAtOnce} were allowed." };
            if (measured.Wrong.Length > 0 || !IsBusy(answer, since)) return measured;
            // The compiler's last work may lag behind on a busy machine, and it ends; who wants to disturb goes on.
            if (tries == BusyTries) return measured with { Flag = "It keeps the processor busy between its calls." };
        }
    }

    /// <summary>One set of rounds, until it says something.</summary>
    private static Measured OneSet(TimedForm answer, IReadOnlyList<Band> bands, Rivals rivals, Func<bool> isTimeUp)
    {
        var rounds = new Rounds(bands);
        for (int count = 1; ; count++)
        {
            rounds.Add(Round.Time(answer, rivals, out Difference? wrong));
            if (wrong is not null)
                return new Measured(0, "a wrong result", "", Measured.Judge, Wrong: $"While it was timed, {wrong.Place} was {wrong.Actual} instead of {wrong.Expected}.");
            bool isLast = count >= Rounds.Least && isTimeUp();
            if (!rounds.IsDue && !isLast) continue;
            switch (rounds.Look(isLast))
            {
                case Standing.Decided: return Judged(rounds.Got.Middle, rounds.Reached.Middle, bands);
                case Standing.Hopeless:
                    return Open($"the same code took {rounds.Same.Low:0.00} to {rounds.Same.High:0.00} times as long as itself; the machine is too busy to time anything", double.NaN) with { IsNoise = true };
                case Standing.Noisy:
                    foreach (TimedForm form in new[] { answer, rivals.Solution, rivals.Again, rivals.Naive }) form.Calibrate();
                    break;
                default: break;
            }
        }
    }

    /// <summary>It works where it is not timed, or makes the others' work take longer.</summary>
    private static bool IsBusy(TimedForm answer, Stopwatch since) => answer.BusyBetween > LeastBusyBetween && answer.BusyBetween > MostBusyBetween * since.Elapsed;

    private static Measured Judged(double got, double reached, IReadOnlyList<Band> bands)
    {
        if (reached < Rounds.WorthTiming) return Open($"here the solution is only {reached:0.0} times as fast as the naive form, too little to judge by", got);
        double Bound(Band band) => Math.Max(Rounds.LeastRatio, band.AtLeast!.Value * reached);
        double share = bands[0].AtLeast!.Value, wanted = Bound(bands[0]);
        string lesser = string.Concat(bands.Skip(1).Select(band => $"{band.PartOfPoints}: {Bound(band):0.0}; "));
        // The bands are shares of what the solution reaches; below 1.3 times the naive form no share earns anything.
        double value = got < Rounds.LeastRatio ? 0 : got >= wanted ? Math.Max(share, got / reached) : Math.Min(got / reached, Math.BitDecrement(share));
        string flag = got > Implausible * reached ? $"It is {got / reached:0.0} times as fast as the solution, which is hard to believe." : "";
        return new Measured(value, $"{got:0.0} times the naive form", $"at least {wanted:0.0} times ({lesser}the solution: {reached:0.0})", Measured.Judge, Flag: flag) { Shown = got, Limit = wanted };
    }

    /// <summary>What it was to be held against ended.</summary>
    public static Measured WithoutRivals(string why) => Open($"a form to compare with ended: {why}", double.NaN) with { IsNoise = true };

    private static Measured Open(string why, double got) => new(double.NaN, double.IsNaN(got) ? "" : $"{got:0.0} times the naive form", "", Measured.Judge, Open: why);
}
