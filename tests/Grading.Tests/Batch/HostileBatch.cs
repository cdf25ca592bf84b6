using Course.Exercises;
using Grading.Batch;
using Grading.Submissions;

namespace Grading.Tests.Batch;

/// <summary>Every attack of tests/hostile as a learner of its own, graded in one batch beside files that none may touch.</summary>
public abstract class HostileBatch : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("course-hostile-batch").FullName;

    protected HostileBatch(bool allowList)
    {
        if (Sandboxed.OrNothing() is not { } launcher) return;
        string submissions = Path.Combine(_folder, "submissions");
        foreach (string attack in Attacks.Files)
        {
            string learner = Path.Combine(submissions, Path.GetFileNameWithoutExtension(attack));
            Directory.CreateDirectory(learner);
            File.Copy(attack, Path.Combine(learner, Path.GetFileName(attack)));
        }
        Canary = Path.Combine(_folder, "canary.txt");
        File.WriteAllText(Canary, "untouched");
        Out = Path.Combine(_folder, "out");
        var options = new GraderOptions(Jobs: 2, Seed: 8, AgainInconclusive: false) { AllowList = allowList };
        Graded = new Grader(Repository.Notebooks, launcher, options).Grade(SubmissionFolder.Read(submissions, [.. ExerciseSet.All.Select(each => each.Id)]), Out, (_, _, _) => { }, default);
    }

    public string Canary { get; } = "";

    public string Out { get; } = "";

    /// <summary>Null where there is no sandbox.</summary>
    public IReadOnlyList<GradedSubmission>? Graded { get; }

    public void Dispose()
    {
        GC.SuppressFinalize(this);
        Directory.Delete(_folder, recursive: true);
    }
}
