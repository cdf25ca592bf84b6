namespace Cli.Grades;

/// <summary>In a GitHub Actions job: the annotations into the log, where the runner reads them, and the summary into the job's page.</summary>
internal static class GitHubLog
{
    public static void Write(string folder)
    {
        if (Environment.GetEnvironmentVariable("GITHUB_ACTIONS") != "true") return;
        Console.Write(File.ReadAllText(Path.Combine(folder, "github-annotations.txt")));
        if (Environment.GetEnvironmentVariable("GITHUB_STEP_SUMMARY") is { Length: > 0 } page) File.AppendAllText(page, File.ReadAllText(Path.Combine(folder, "summary.md")));
    }
}
