using System.Collections.Concurrent;
using System.Diagnostics;
using Course.Exercises.Files;
using Course.Exercises.Verdicts;
using Grading.Children;
using Grading.Judging;
using Grading.Reports;
using Grading.Submissions;

namespace Grading.Batch;

/// <summary>Grades many submissions, several at a time. One that breaks the judge stops nothing but itself.</summary>
public sealed class Grader(string notebooks, ILauncher launcher, GraderOptions options)
{
    private static readonly TimeSpan Grace = TimeSpan.FromMilliseconds(200);

    /// <summary>Grades what the journal in <paramref name="folder"/> does not hold yet, then writes every report.</summary>
    /// <param name="progress">Called after each submission with how many are done and how many there are.</param>
    /// <returns>All verdicts of the run, earlier ones included, in the order of the submissions.</returns>
    public IReadOnlyList<GradedSubmission> Grade(IReadOnlyList<Submission> submissions, string folder, Action<int, int, GradedSubmission?> progress, CancellationToken stop)
    {
        using var journal = new Journal(folder, options.Seed, !launcher.IsSandbox);
        // One exercise after the other: what the answers are held against stays warm.
        Submission[] open = [.. submissions.Where(each => IsOpen(journal, each)).OrderBy(each => each.Exercise, StringComparer.Ordinal)];
        int done = submissions.Count - open.Length;
        progress(done, submissions.Count, null);
        var left = new ConcurrentQueue<Submission>(open);
        void Work()
        {
            using var judge = new Judge(notebooks, launcher) { AllowList = options.AllowList, Limit = options.Limit };
            while (!stop.IsCancellationRequested && left.TryDequeue(out Submission? submission))
            {
                GradedSubmission graded = Grade(judge, submission, journal.Run.Seed);
                if (EndedWithTheRun(graded.Verdict.Status, stop)) return;
                journal.Add(graded);
                progress(Interlocked.Increment(ref done), submissions.Count, graded);
            }
        }

        // Threads of their own: a judge mostly waits for its children, and those of the pool are needed to watch them and to answer them.
        Task.WaitAll([.. Enumerable.Range(0, Math.Min(options.Jobs, open.Length)).Select(_ => Task.Factory.StartNew(Work, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default))]);
        GradedSubmission[] all = [.. submissions.Select(each => journal.Find(each.Learner, each.Exercise)).OfType<GradedSubmission>()];
        ReportSet.Write(folder, journal.Run, all);
        return all;
    }

    /// <summary>Whoever stops the grader may have ended its children with it, some moments before it hears of that: no verdict on the answer.</summary>
    private static bool EndedWithTheRun(VerdictStatus status, CancellationToken stop) => status switch
    {
        VerdictStatus.Crash => stop.WaitHandle.WaitOne(Grace),
        VerdictStatus.Flagged => stop.IsCancellationRequested,
        _ => false,
    };

    private bool IsOpen(Journal journal, Submission submission) => journal.Find(submission.Learner, submission.Exercise) is not { } before
        || before.SourceHash != Journal.HashOf(submission.Source ?? "")
        || (options.AgainInconclusive && before.IsOpen);

    private GradedSubmission Grade(Judge judge, Submission submission, long seed)
    {
        var clock = Stopwatch.StartNew();
        Verdict verdict;
        try
        {
            verdict = submission.Source is { } source ? judge.Decide(submission.Exercise, source, seed, flagCopies: true) : Absent(submission, VerdictStatus.Missing, "There is no answer.");
        }
        catch (Exception failure) when (failure is not OutOfMemoryException)
        {
            verdict = Absent(submission, VerdictStatus.Flagged, $"The grader itself failed on it: {failure.GetType().Name}: {failure.Message}");
        }
        bool untouched = submission.Source is { } handedIn && ExerciseFolder.Find(notebooks, submission.Exercise).IsStarter(handedIn);
        string[] reasons = [verdict.Reason, submission.Remark];
        verdict = verdict with { Reason = string.Join(" ", reasons.Where(each => each.Length > 0)) };
        return new GradedSubmission(submission.Learner, submission.Exercise, Journal.HashOf(submission.Source ?? ""), clock.Elapsed.TotalSeconds, verdict, untouched);
    }

    private Verdict Absent(Submission submission, VerdictStatus status, string reason)
    {
        ExerciseFile file = ExerciseFolder.Find(notebooks, submission.Exercise).File;
        return new VerdictWriter(submission.Exercise, file, !launcher.IsSandbox).Absent(status, reason);
    }
}
