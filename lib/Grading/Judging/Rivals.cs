using System.Runtime.ExceptionServices;
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
    private readonly long _seed;
    private int _answers;

    /// <param name="again">The solution once more; another form only in the test that holds this check to its purpose.</param>
    internal Rivals(Assignment assignment, Criterion.Speed criterion, Form solution, Form again, Form naive)
    {
        (_exercise, _seed) = (assignment.Exercise.Id, assignment.Seed);
        // They start together, on threads of their own (those of the pool watch and answer the children), and are warmed up one after the other.
        Task<TimedForm>[] started = [.. new[] { solution, again, naive }.Select(form => Task.Factory.StartNew(
            () => new TimedForm(assignment, form, criterion), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default))];
        try
        {
            Task.WaitAll(started);
            foreach (Task<TimedForm> form in started) form.Result.WarmUp();
        }
        catch (Exception failure)
        {
            foreach (Task<TimedForm> form in started.Where(form => form.IsCompletedSuccessfully)) form.Result.Dispose();
            if (failure is AggregateException { InnerException: { } first }) ExceptionDispatchInfo.Throw(first);
            throw;
        }
        (Solution, Again, Naive) = (started[0].Result, started[1].Result, started[2].Result);
    }

    public TimedForm Solution { get; }

    public TimedForm Again { get; }

    public TimedForm Naive { get; }

    /// <summary>One of them is gone, which is no answer's fault.</summary>
    public bool HaveEnded => Solution.HasEnded || Again.HasEnded || Naive.HasEnded;

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
