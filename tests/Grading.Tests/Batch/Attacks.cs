namespace Grading.Tests.Batch;

/// <summary>The files of tests/hostile.</summary>
internal static class Attacks
{
    public static string[] Files { get; } =
        [.. Directory.EnumerateFiles(Path.Combine(Repository.Root, "tests", "hostile")).Where(file => !file.EndsWith(".md", StringComparison.Ordinal)).Order(StringComparer.Ordinal)];

    /// <summary>Those that harm nothing when they run and are told from honest work by what they name alone.</summary>
    public static HashSet<string> NeedTheAllowList { get; } =
        [.. Files.Where(file => File.ReadLines(file).Take(3).Contains("// held by: the allow-list")).Select(file => Path.GetFileNameWithoutExtension(file)!)];

    public static TheoryData<string> Names() => [.. Files.Select(file => Path.GetFileNameWithoutExtension(file)!)];

    /// <summary>What an attack leaves on the machine when it gets out.</summary>
    public static void AssertNothingIsLeft(string canary)
    {
        Assert.Equal("untouched", File.ReadAllText(canary));
        Assert.False(Path.Exists("/tmp/course-hostile-was-here"));
        Assert.False(Path.Exists("/tmp/course-hostile-link"));
    }
}
