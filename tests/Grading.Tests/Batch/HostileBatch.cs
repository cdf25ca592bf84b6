using Checks;
using Grading.Batch;
using Grading.Children;
using Grading.Submissions;

namespace Grading.Tests.Batch;

/// <summary>Attacks as learners of one batch, graded in the sandbox beside a file that none may touch.</summary>
public sealed class HostileBatch : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("course-hostile").FullName;

    public HostileBatch(ILauncher launcher, IEnumerable<string> attacks, bool allowList)
    {
        string submissions = Path.Combine(_folder, "submissions");
        foreach (string attack in attacks)
        {
            string learner = Path.Combine(submissions, Path.GetFileNameWithoutExtension(attack));
            Directory.CreateDirectory(learner);
            File.Copy(attack, Path.Combine(learner, Path.GetFileName(attack)));
        }
        File.WriteAllText(Canary, "untouched");
        var options = new GraderOptions(Jobs: 2, Seed: 8, AgainInconclusive: false) { AllowList = allowList, Limit = TimeSpan.FromSeconds(2) };
        Graded = new Grader(Repository.Notebooks, launcher, options).Grade(SubmissionFolder.Read(submissions, [.. ExerciseSet.All.Select(each => each.Id)], Repository.Notebooks), Out, (_, _, _) => { }, default);
    }

    public string Canary => Path.Combine(_folder, "canary.txt");

    public string Out => Path.Combine(_folder, "out");

    public IReadOnlyList<GradedSubmission> Graded { get; }

    public IEnumerable<GradedSubmission> Of(string attack) => Graded.Where(each => each.Learner == attack);

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
