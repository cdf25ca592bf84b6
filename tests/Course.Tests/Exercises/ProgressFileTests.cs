using Course.Exercises.Desk;
using Course.Exercises.Verdicts;

namespace Course.Tests.Exercises;

public sealed class ProgressFileTests : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("course-progress").FullName;

    private ProgressFile Progress => new(_root);

    [Fact]
    public void The_best_score_of_all_checks_is_kept()
    {
        foreach (var (status, points) in new[] { (VerdictStatus.Partial, 6), (VerdictStatus.Pass, 10), (VerdictStatus.Fail, 0) }) Progress.Record(Verdict(status, points));
        Assert.Equal(new ExerciseProgress(10, 10, Passed: true, Checks: 3), Progress.Of("sliding-sums"));
    }

    [Fact]
    public void Where_nothing_can_be_written_progress_lasts_as_long_as_the_process()
    {
        // In the place of the folder, so that root cannot write there either.
        string inTheWay = Path.Combine(_root, ".course");
        File.WriteAllText(inTheWay, "");
        Progress.RecordHint("sliding-sums", 1);
        Progress.Record(Verdict(VerdictStatus.Partial, 6));
        Assert.Equal((1, 6.0), (Progress.Of("sliding-sums").Hints, Progress.Of("sliding-sums").Best));
        File.Delete(inTheWay);
        Progress.RecordHint("sliding-sums", 2);
        Assert.Equal(new ExerciseProgress(6, 10, Hints: 2, Checks: 1), Progress.Of("sliding-sums"));
        Assert.True(File.Exists(Path.Combine(inTheWay, "progress.json")));
    }

    [Fact]
    public void An_open_criterion_is_told_and_not_called_passed()
    {
        Progress.Record(Verdict(VerdictStatus.Inconclusive, 5));
        Assert.True(Progress.Of("sliding-sums") is { Open: true, Passed: false });
    }

    [Fact]
    public void A_broken_file_is_put_aside_whole()
    {
        string folder = Directory.CreateDirectory(Path.Combine(_root, ".course")).FullName, broken = "{ \"sliding-sums\": { \"best\": 7";
        File.WriteAllText(Path.Combine(folder, "progress.json"), broken);
        Progress.Record(Verdict(VerdictStatus.Partial, 6));
        Assert.Equal(6, Progress.Of("sliding-sums").Best);
        Assert.Equal(broken, File.ReadAllText(Assert.Single(Directory.GetFiles(folder, "*.broken"))));
    }

    public void Dispose() => Directory.Delete(_root, recursive: true);

    private static Verdict Verdict(VerdictStatus status, double points) => new()
    {
        Exercise = "sliding-sums",
        Title = "Sliding sums",
        Status = status,
        Criteria = [new CriterionResult("correct", points > 0 ? Outcome.Earned : Outcome.Missed, "", "", points, 10, "judge")],
    };
}
