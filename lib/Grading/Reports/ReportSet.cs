using System.Text.Json;
using Grading.Batch;

namespace Grading.Reports;

/// <summary>Writes grades.json, the truth, and everything that is derived from it.</summary>
internal static class ReportSet
{
    public static void Write(string folder, GradingRun run, IReadOnlyList<GradedSubmission> graded)
    {
        string In(string name) => Path.Combine(folder, name);

        // Without the seed: reports are handed on, and who knows it knows every hidden input. It stays in run.json.
        ReportFile.Write(In("grades.json"), JsonSerializer.Serialize(new { version = GradingRun.CurrentVersion, run.Started, run.Unsafe, submissions = graded }, GradingJson.Whole));
        ReportFile.Write(In("junit.xml"), JUnitReport.Write(graded));
        ReportFile.Write(In("grades.csv"), CsvReport.Write(graded));
        ReportFile.Write(In("github-annotations.txt"), GitHubReport.Annotations(graded));
        ReportFile.Write(In("summary.md"), GitHubReport.Summary(run, graded));
        foreach (var learner in graded.GroupBy(each => each.Learner))
            ReportFile.Write(In(Path.Combine("feedback", FeedbackPage.FileName(learner.Key))), FeedbackPage.Write(learner.Key, run, [.. learner]));
        ReportFile.Write(In(Path.Combine("feedback", "index.html")), FeedbackIndex.Write(run, graded));
    }
}
