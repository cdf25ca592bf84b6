using Checks;
using Course.Exercises.Files;
using Notebooks;

namespace Grading.Submissions;

/// <summary>Reads the answers of many learners: one folder for each, with notebooks or C# files anywhere in it.</summary>
public static class SubmissionFolder
{
    private const long LargestFile = 32 << 20;
    private const int MostFiles = 200;
    private const int MostStrangers = 3, LongestId = 40;
    private const string Several = "There are several answers; the one in the last file counts.";

    /// <summary>An entry for every learner and every exercise asked for, found or not, in the order of names.</summary>
    /// <param name="notebooks">The course's notebooks folder: a starter as it was given is no answer where there is another.</param>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    public static IReadOnlyList<Submission> Read(string folder, IReadOnlyList<string> exercises, string notebooks)
    {
        if (!Directory.Exists(folder)) throw new DirectoryNotFoundException($"There is no folder {folder}. It holds one folder for each learner.");
        var asked = exercises.Distinct().ToDictionary(id => id, id => ExerciseFolder.Find(notebooks, id));
        return [.. new DirectoryInfo(folder).EnumerateDirectories().Where(learner => learner.LinkTarget is null && !learner.Name.StartsWith('.'))
            .OrderBy(learner => learner.Name, StringComparer.Ordinal).SelectMany(learner => Of(learner, asked))];
    }

    private static IEnumerable<Submission> Of(DirectoryInfo learner, Dictionary<string, ExerciseFolder> asked)
    {
        var answers = new Dictionary<string, string>();
        var strangers = new List<string>();
        var remarks = new List<string>();
        var several = new HashSet<string>();
        foreach (FileInfo file in Files(learner, remarks))
        {
            try
            {
                if (file.Length > LargestFile) remarks.Add($"{file.Name} is larger than {LargestFile >> 20} MiB and was not read.");
                // A named pipe has no length either, and reading it would not end.
                else if (file.Length == 0) remarks.Add($"{file.Name} is empty.");
                else foreach (var (id, source) in Answers(file)) Add(file, id, source);
            }
            catch (Exception unreadable) when (unreadable is NotebookFormatException or IOException or UnauthorizedAccessException)
            {
                remarks.Add($"{file.Name} could not be read: {unreadable.Message.Replace(file.FullName, file.Name, StringComparison.Ordinal)}");
            }
        }
        // Whoever mistyped an id misses an answer; nobody else has to hear of it.
        return asked.Keys.Select(id => new Submission(learner.Name, id, answers.GetValueOrDefault(id),
            string.Join(" ", [.. remarks, .. several.Contains(id) ? [Several] : answers.ContainsKey(id) ? [] : strangers.Take(MostStrangers)])));

        // Of two that say something the later counts; a cell left empty, or as it was given, never stands in another's place.
        void Add(FileInfo file, string id, string source)
        {
            if (ExerciseSet.Find(id) is null) strangers.Add($"{file.Name}: there is no exercise '{(id.Length > LongestId ? id[..LongestId] + "…" : id)}'.");
            if (!asked.TryGetValue(id, out ExerciseFolder? folder)) return;
            int Weight(string text) => ExerciseCells.Body(text).Length == 0 ? 0 : folder.IsStarter(text) ? 1 : 2;
            string? before = answers.GetValueOrDefault(id);
            if (before is not null && Weight(source) < Weight(before)) return;
            if (before is not null && Weight(before) == 2 && before.Trim() != source.Trim()) several.Add(id);
            answers[id] = source;
        }
    }

    private static IReadOnlyList<FileInfo> Files(DirectoryInfo learner, List<string> remarks)
    {
        try
        {
            FileInfo[] all = [.. AnswerFiles.In(learner)];
            if (all.Length > MostFiles) remarks.Add($"Of {all.Length:N0} files only the first {MostFiles} were read.");
            return [.. all.Take(MostFiles)];
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            remarks.Add($"The folder could not be read: {unreadable.Message}");
            return [];
        }
    }

    private static IEnumerable<(string Id, string Source)> Answers(FileInfo file)
    {
        bool isNotebook = file.Extension.Equals(".ipynb", StringComparison.OrdinalIgnoreCase);
        foreach (string source in isNotebook ? SubmittedNotebook.CodeCells(file.FullName) : [File.ReadAllText(file.FullName)])
            if ((ExerciseCells.IdOf(source) ?? (isNotebook ? null : Path.GetFileNameWithoutExtension(file.Name).ToLowerInvariant())) is { } id) yield return (id, ExerciseCells.Code(source));
    }
}
