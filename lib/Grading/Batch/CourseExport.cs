using System.Security.Cryptography;
using System.Text.Json;
using Checks;
using Course.Exercises.Files;
using Grading.Submissions;
using Notebooks;

namespace Grading.Batch;

/// <summary>
/// Copies the course for learners: without solutions, naive and wrong forms, cases, attacks and the grader's tests. What <c>Check</c> needs
/// to judge there, the inputs it makes from a seed and the plain methods it compares with, goes along compiled (<c>lib/Checks/Checks.dll</c>).
/// </summary>
public static class CourseExport
{
    private static readonly HashSet<string> Never = ["bin", "obj", "out", ".git", ".course", "node_modules", "TestResults", ".ipynb_checkpoints", "BenchmarkDotNet.Artifacts"];

    /// <summary>What the course consists of. Whatever else lies in the clone, grades, seeds, submissions, is not the course's.</summary>
    private static readonly HashSet<string> Top =
    [
        ".ci", ".devcontainer", ".dockerignore", ".editorconfig", ".github", ".gitignore", ".vscode", "Course.sln", "Directory.Build.props",
        "Directory.Packages.props", "LICENSE", "README.md", "data", "global.json", "lib", "notebooks", "tests",
    ];

    private static readonly string[] InstructorsOnly = ["Solution.cs", "Solution.md", "Naive.cs", "wrong"];

    /// <summary>True for what stays with the instructor, by its path from the course's root.</summary>
    public static bool IsPrivate(string relative)
    {
        string[] parts = relative.Split('/', '\\');
        return parts.Any(Never.Contains) || !Top.Contains(parts[0])
            || parts is ["notebooks", "exercises", _, var name, ..] && InstructorsOnly.Contains(name)
            || parts is ["lib", "Checks", "Set", ..]
            || parts is ["lib", "Checks", var file] && file.EndsWith(".cs", StringComparison.Ordinal)
            || parts is [".ci", "grading-load" or "grading-long" or "grading-submissions.py"]
            || parts is ["tests", "hostile" or "Grading.Tests", ..];
    }

    /// <returns>How many files were copied.</returns>
    /// <exception cref="InvalidDataException">The folder is not empty, or lies inside the course; or a notebook of the course holds an answer.</exception>
    public static int ForLearners(string root, string folder)
    {
        string target = Path.GetFullPath(folder);
        if (target.StartsWith(Path.GetFullPath(root) + Path.DirectorySeparatorChar, StringComparison.Ordinal)) throw new InvalidDataException($"{target} lies inside the course itself; choose a folder elsewhere.");
        if (Directory.Exists(target) && Directory.EnumerateFileSystemEntries(target).Any()) throw new InvalidDataException($"{target} is not empty; a learner's copy starts in a new folder.");
        RefuseAnswers(Path.Combine(root, "notebooks"));
        string unfinished = target + ".unfinished";
        if (Directory.Exists(unfinished)) Directory.Delete(unfinished, recursive: true);
        int copied = Copy(new DirectoryInfo(root), root, unfinished);
        string checks = Path.Combine(unfinished, "lib", "Checks");
        if (Directory.Exists(checks)) File.Copy(typeof(ExerciseSet).Assembly.Location, Path.Combine(checks, "Checks.dll"), overwrite: true);
        string solution = Path.Combine(unfinished, "Course.sln");
        if (File.Exists(solution)) File.WriteAllLines(solution, WithoutMissingProjects(File.ReadAllLines(solution)));
        if (Directory.Exists(target)) Directory.Delete(target);
        Directory.Move(unfinished, target);
        return copied;
    }

    /// <summary>What the instructor keeps: a seed that nobody else knows, and the cases that it makes of every exercise.</summary>
    public static void Private(string folder)
    {
        long seed = GradingRun.NewSeed();
        Directory.CreateDirectory(folder);
        ReportFile.Write(Path.Combine(folder, "seed.txt"), $"{seed}\n");
        foreach (Exercise exercise in ExerciseSet.All)
        {
            string[] cases = [.. exercise.Cases(new Judging.PrivateRandom(seed, "cases")).Select(call => $"{call.Description}: {Judging.ValueText.Of(call.Arguments, Judging.Expectation.NamesOf(exercise), int.MaxValue)}")];
            ReportFile.Write(Path.Combine(folder, "cases", exercise.Id + ".json"), JsonSerializer.Serialize(cases, GradingJson.Whole));
        }
    }

    /// <summary>Whoever tried an exercise in this clone would hand the answer out.</summary>
    private static void RefuseAnswers(string notebooks)
    {
        if (!Directory.Exists(notebooks)) return;
        string[] ids = [.. ExerciseFolder.Ids(notebooks)];
        foreach (string file in Directory.EnumerateFiles(notebooks, "*.ipynb").Order(StringComparer.Ordinal))
        {
            string? answered = ExerciseCells.In(Notebook.Read(file)).FirstOrDefault(cell => ids.Contains(cell.Key) && !ExerciseFolder.Find(notebooks, cell.Key).IsStarter(cell.Value)).Key;
            if (answered is not null) throw new InvalidDataException($"{Path.GetFileName(file)} holds an answer to {answered} instead of its starter. Put the notebook back first: git checkout {file}");
        }
    }

    private static int Copy(DirectoryInfo from, string root, string to)
    {
        int copied = 0;
        Directory.CreateDirectory(to);
        foreach (FileSystemInfo entry in from.EnumerateFileSystemInfos().Where(entry => entry.LinkTarget is null && !IsPrivate(Path.GetRelativePath(root, entry.FullName))))
        {
            string target = Path.Combine(to, entry.Name);
            if (entry is DirectoryInfo folder) copied += Copy(folder, root, target);
            else
            {
                File.Copy(entry.FullName, target);
                copied++;
            }
        }
        return copied;
    }

    /// <summary>The solution file without the projects that were left out, so that a learner's copy builds.</summary>
    private static IEnumerable<string> WithoutMissingProjects(IReadOnlyList<string> lines)
    {
        var missing = lines.Where(line => line.StartsWith("Project(", StringComparison.Ordinal) && line.Contains("Grading.Tests", StringComparison.Ordinal))
            .Select(line => line[(line.LastIndexOf('{') + 1)..line.LastIndexOf('}')]).ToHashSet();
        bool inside = false;
        foreach (string line in lines)
        {
            if (missing.Any(id => line.Contains(id, StringComparison.OrdinalIgnoreCase)))
            {
                inside |= line.StartsWith("Project(", StringComparison.Ordinal);
                continue;
            }
            if (inside && line == "EndProject") inside = false;
            else yield return line;
        }
    }
}
