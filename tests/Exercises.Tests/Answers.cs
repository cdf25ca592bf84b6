using Course.Exercises.Files;
using Course.Exercises.Verdicts;
using Grading.Children;
using Grading.Judging;
using Grading.Submissions;
using Notebooks;

namespace Exercises.Tests;

/// <summary>
/// Judges every answer once, as <c>Check</c> does. The answers are the exercise cells of the clone's notebooks; with
/// EXERCISES=solutions in the environment they are the course's own solutions.
/// </summary>
public sealed class Answers : IDisposable
{
    private readonly Judge _judge = new(Notebooks, new PlainLauncher());
    private readonly Dictionary<string, Verdict?> _verdicts = [];

    public static bool OfTheCourse { get; } = Environment.GetEnvironmentVariable("EXERCISES") == "solutions";

    public static string Notebooks { get; } = FindNotebooks();

    /// <summary>Null where no notebook has a cell for the exercise.</summary>
    public Verdict? Of(string id)
    {
        if (_verdicts.TryGetValue(id, out Verdict? known)) return known;
        ExerciseFolder folder = ExerciseFolder.Find(Notebooks, id);
        string? source = OfTheCourse ? folder.Solution : Cell(folder);
        return _verdicts[id] = source is null ? null : _judge.Decide(id, source, seed: 1) with { Unsafe = false };
    }

    public void Dispose() => _judge.Dispose();

    private static string? Cell(ExerciseFolder folder)
    {
        string file = Path.Combine(Notebooks, folder.File.Notebook + ".ipynb");
        return File.Exists(file) ? ExerciseCells.In(Notebook.Read(file)).GetValueOrDefault(folder.Id) : null;
    }

    private static string FindNotebooks()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "Course.sln"))) return Path.Combine(folder.FullName, "notebooks");
        throw new InvalidOperationException("These tests read the clone's own notebooks; run them from inside the clone.");
    }
}
