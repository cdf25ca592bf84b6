using Course.Exercises.Files;
using Course.Exercises.Verdicts;
using Display;

namespace Course.Exercises.Desk;

/// <summary>What a learner says in a cell about the exercises.</summary>
public static class Learner
{
    /// <summary>Judges the newest cell that begins with <c>// exercise: id</c>, in a process of its own, as the instructor's grading would.</summary>
    public static object Check(string id)
    {
        if (Lacking(id) is { } lacking) return lacking;
        if (!CellSources.Available) return new DeskNote($"This kernel does not tell its cells. Save the notebook and run: `course check --exercise {id}`");
        if (CellSources.ForExercise(id) is not { } source) return new DeskNote($"Run the cell that begins with `// exercise: {id}` first, then this one.");
        try
        {
            Verdict verdict = CheckProgram.Judge(Root, id, source);
            Progressed.Record(verdict);
            return new VerdictView(verdict);
        }
        catch (InvalidOperationException failure) { return new DeskNote(failure.Message); }
    }

    /// <summary>The next of three hints; after the third all of them again.</summary>
    public static DeskNote Hint(string id)
    {
        if (Lacking(id) is { } lacking) return lacking;
        ExerciseFolder folder = Folder(id);
        int number = Math.Min(3, Progressed.Of(id).Hints + 1);
        Progressed.RecordHint(id, number);
        string more = number < 3 ? $"`Hint(\"{id}\")` again gives the next of three." : $"That was the last hint. {Answer(id)} shows the answer.";
        return new DeskNote(string.Join("\n\n", Enumerable.Range(1, number).Select(each => $"**Hint {each}.** {folder.Hint(each).Trim()}").Append(more)));
    }

    /// <summary>The solution and why it works. Before the exercise has passed it has to be asked for with <paramref name="reveal"/>, which the map then tells.</summary>
    public static DeskNote Solution(string id, bool reveal = false)
    {
        if (Lacking(id) is { } lacking) return lacking;
        ExerciseFolder folder = Folder(id);
        if (folder.HasForms && !reveal && !Progressed.Of(id).Passed)
            return new DeskNote($"This exercise has not passed yet. `Hint(\"{id}\")` helps; {Answer(id)} shows the answer, and `Progress()` will say so.");
        try
        {
            var note = DeskNote.Code($"**{folder.File.Title}**", folder.Solution, folder.Explanation);
            Progressed.RecordRevealed(id);
            return note;
        }
        catch (InvalidDataException missing) { return new DeskNote(missing.Message); }
    }

    /// <summary>The exercise's cell as it was in the beginning, to be pasted over yours. What has been reached stays.</summary>
    public static DeskNote Reset(string id) => Lacking(id) ?? DeskNote.Code("Paste this over your cell:", Folder(id).Starter);

    /// <summary>The map of the course: which exercises have passed, with the best points of each.</summary>
    public static ProgressView Progress() => new(Notebooks, Progressed.Read());

    private static ProgressFile Progressed => new(Root);

    private static string Notebooks => Path.Combine(Root, "notebooks");

    /// <summary>The clone around the notebook, or around this library.</summary>
    private static string Root => field ??= Find();

    private static ExerciseFolder Folder(string id) => ExerciseFolder.Find(Notebooks, id);

    private static string Answer(string id) => Progressed.Of(id).Passed ? $"`Solution(\"{id}\")`" : $"`Solution(\"{id}\", reveal: true)`";

    /// <summary>What to say of an id that no exercise has; null where there is one.</summary>
    private static DeskNote? Lacking(string id)
    {
        IReadOnlyList<string> ids = ExerciseFolder.Ids(Notebooks);
        return ids.Contains(id) ? null : new DeskNote($"There is no exercise `{id.Replace('`', ' ')}`. The exercises are: {string.Join(", ", ids)}.");
    }

    private static string Find()
    {
        foreach (string start in new[] { Environment.CurrentDirectory, AppContext.BaseDirectory, Path.GetDirectoryName(typeof(Learner).Assembly.Location) ?? "" })
            for (var folder = start.Length == 0 ? null : new DirectoryInfo(start); folder is not null; folder = folder.Parent)
                if (File.Exists(Path.Combine(folder.FullName, "lib", "course.csx"))) return folder.FullName;
        throw new InvalidOperationException("No course found around this notebook: open it from inside the clone.");
    }
}
