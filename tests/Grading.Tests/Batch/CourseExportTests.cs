using System.Diagnostics;
using Checks;
using Grading.Batch;

namespace Grading.Tests.Batch;

public class CourseExportTests
{
    [Theory]
    [InlineData("notebooks/exercises/loop-order/Solution.cs", true)]
    [InlineData("notebooks/exercises/loop-order/Solution.md", true)]
    [InlineData("notebooks/exercises/loop-order/Naive.cs", true)]
    [InlineData("notebooks/exercises/loop-order/wrong/x.cs", true)]
    [InlineData("notebooks/exercises/loop-order/Starter.cs", false)]
    [InlineData("notebooks/exercises/loop-order/hints/1.md", false)]
    [InlineData("lib/Checks/Set/LruCache.cs", true)]
    [InlineData("lib/Checks/Exercise.cs", true)]
    [InlineData("lib/Checks/Checks.csproj", false)]
    [InlineData("tests/hostile/fork-bomb.cs", true)]
    [InlineData("tests/Exercises.Tests/ExerciseTests.cs", false)]
    [InlineData(".ci/grading-load", true)]
    [InlineData(".ci/grading-long", true)]
    [InlineData(".ci/run", false)]
    [InlineData("grades/run.json", true)]
    [InlineData("private/seed.txt", true)]
    [InlineData("lib/Course/bin/Release/net10.0/Course.dll", true)]
    [InlineData("lib/Course/Course.csproj", false)]
    public void Solutions_stay_with_the_instructor(string path, bool isPrivate) => Assert.Equal(isPrivate, CourseExport.IsPrivate(path));

    [Fact]
    public void A_folder_that_is_not_empty_is_left_alone() =>
        Assert.Throws<InvalidDataException>(() => CourseExport.ForLearners(Repository.Notebooks, Path.GetTempPath()));

    [Fact]
    public void A_notebook_with_an_answer_is_not_handed_out()
    {
        string folder = Directory.CreateTempSubdirectory("course-export").FullName, exercise = Path.Combine(folder, "course", "notebooks", "exercises", "lru-cache");
        try
        {
            Directory.CreateDirectory(exercise);
            foreach (string file in new[] { "exercise.json", "Starter.cs" }) File.Copy(Path.Combine(Repository.Notebooks, "exercises", "lru-cache", file), Path.Combine(exercise, file));
            File.WriteAllText(Path.Combine(folder, "course", "notebooks", "03.ipynb"), """
                {"cells":[{"cell_type":"code","execution_count":null,"id":"a","metadata":{},"outputs":[],"source":"// exercise: lru-cache\nclass Mine { }"}],"metadata":{},"nbformat":4,"nbformat_minor":5}
                """);
            var refused = Assert.Throws<InvalidDataException>(() => CourseExport.ForLearners(Path.Combine(folder, "course"), Path.Combine(folder, "copy")));
            Assert.Contains("03.ipynb holds an answer to lru-cache", refused.Message);
            Assert.False(Directory.Exists(Path.Combine(folder, "copy")));
        }
        finally { Directory.Delete(folder, recursive: true); }
    }

    [Fact]
    public void A_copy_holds_starters_and_hints_and_no_solution()
    {
        string folder = Directory.CreateTempSubdirectory("course-export").FullName, copy = Path.Combine(folder, "copy");
        try
        {
            Assert.True(CourseExport.ForLearners(Repository.Root, copy) > 100);
            string[] files = [.. Directory.EnumerateFiles(Path.Combine(copy, "notebooks", "exercises"), "*", SearchOption.AllDirectories).Select(Path.GetFileName).OfType<string>().Distinct()];
            Assert.Equal(["1.md", "2.md", "3.md", "README.md", "Starter.cs", "exercise.json"], files.Order(StringComparer.Ordinal));
            Assert.False(Directory.Exists(Path.Combine(copy, "tests", "hostile")));
            Assert.All(Tracked(Repository.Root), entry => Assert.True(Path.Exists(Path.Combine(copy, entry)), $"{entry} is the course's and missing in the copy."));
            Assert.Equal(["Checks.csproj", "Checks.dll", "packages.lock.json"], Directory.EnumerateFiles(Path.Combine(copy, "lib", "Checks"), "*", SearchOption.AllDirectories).Select(Path.GetFileName).Order(StringComparer.Ordinal));
            Assert.DoesNotContain("Grading.Tests", File.ReadAllText(Path.Combine(copy, "Course.sln")));
            CourseExport.Private(Path.Combine(folder, "private"));
            Assert.Equal(ExerciseSet.All.Count, Directory.GetFiles(Path.Combine(folder, "private", "cases")).Length);
        }
        finally { Directory.Delete(folder, recursive: true); }
    }

    [Fact]
    public void A_learners_copy_builds_and_judges()
    {
        string folder = Directory.CreateTempSubdirectory("course-export").FullName, copy = Path.Combine(folder, "copy");
        try
        {
            CourseExport.ForLearners(Repository.Root, copy);
            var (built, says) = Dotnet(copy, "build", "lib/Cli", "-c", "Release", "-v", "q", "--disable-build-servers");
            Assert.True(built == 0, says);
            foreach (var (file, exit, verdict) in new[] { ("Starter.cs", 1, "not yet"), ("Solution.cs", 0, "passed, 10 of 10 points") })
            {
                var (judged, text) = Dotnet(copy, "lib/Cli/bin/Release/net10.0/course-cli.dll", "check", "--exercise", "lru-cache", "--source", Path.Combine(Repository.Notebooks, "exercises", "lru-cache", file));
                Assert.Contains(verdict, text);
                Assert.Equal(exit, judged);
            }
        }
        finally { Directory.Delete(folder, recursive: true); }
    }

    /// <summary>What git tracks at the top: all of it is the course, and learners get something of each. Nothing where the tests run outside a clone.</summary>
    private static IEnumerable<string> Tracked(string root)
    {
        if (!Path.Exists(Path.Combine(root, ".git"))) return [];
        using Process git = Process.Start(new ProcessStartInfo("git", ["-c", "safe.directory=*", "ls-files"]) { WorkingDirectory = root, RedirectStandardOutput = true })!;
        return git.StandardOutput.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(path => path.Split('/')[0]).Distinct().Where(entry => Path.Exists(Path.Combine(root, entry))).ToArray();
    }

    private static (int ExitCode, string Output) Dotnet(string folder, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", arguments) { WorkingDirectory = folder, RedirectStandardOutput = true };
        using Process process = Process.Start(start)!;
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output);
    }
}
