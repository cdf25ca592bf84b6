using Checks;

namespace Grading.Judging;

/// <summary>
/// What an answer's speed is held against: the solution twice (what it differs from itself is the noise of this machine) and the naive
/// form, each warm in a process of its own. They serve several answers to one exercise, and are renewed now and then, so that no
/// process that happens to lie badly in memory decides about a whole class.
/// </summary>
internal sealed class Rivals : IDisposable
{
    private const int MostAnswers = 25;

    private readonly string _exercise;
    private readonly int _seed;
    private int _answers;

    /// <param name="again">The solution once more; another form only in the test that holds this check to its purpose.</param>
    internal Rivals(Assignment assignment, Criterion.Speed criterion, Form solution, Form again, Form naive)
    {
        (_exercise, _seed) = (assignment.Exercise.Id, assignment.Seed);
        var started = new List<TimedForm>();
        try
        {
            foreach (Form form in new[] { solution, again, naive })
            {
                started.Add(new TimedForm(assignment, form, criterion));
                started[^1].WarmUp();
            }
        }
        catch
        {
            foreach (TimedForm form in started) form.Dispose();
            throw;
        }
        (Solution, Again, Naive) = (started[0], started[1], started[2]);
    }

    public TimedForm Solution { get; }

    public TimedForm Again { get; }

    public TimedForm Naive { get; }

    /// <summary>Those there are, if they are of this exercise and not worn out; otherwise new ones, and the old ones end.</summary>
    public static Rivals For(Assignment assignment, Criterion.Speed criterion, Form solution, Form naive, Rivals? before)
    {
        if (before is not null && before._exercise == assignment.Exercise.Id && before._seed == assignment.Seed && ++before._answers < MostAnswers) return before;
        before?.Dispose();
        return new Rivals(assignment, criterion, solution, solution, naive);
    }

    public void Dispose()
    {
        Solution.Dispose();
        Again.Dispose();
        Naive.Dispose();
    }
}
