using Checks;
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
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    public static IReadOnlyList<Submission> Read(string folder, IReadOnlyList<string> exercises)
    {
        if (!Directory.Exists(folder)) throw new DirectoryNotFoundException($"There is no folder {folder}. It holds one folder for each learner.");
        return [.. new DirectoryInfo(folder).EnumerateDirectories().Where(learner => learner.LinkTarget is null && !learner.Name.StartsWith('.'))
            .OrderBy(learner => learner.Name, StringComparer.Ordinal).SelectMany(learner => Of(learner, exercises))];
    }

    private static IEnumerable<Submission> Of(DirectoryInfo learner, IReadOnlyList<string> exercises)
    {
        var answers = new Dictionary<string, string>();
        var strangers = new List<string>();
        var remarks = new List<string>();
        var several = new HashSet<string>();
        foreach (FileInfo file in AnswerFiles.In(learner).Take(MostFiles))
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
        return exercises.Select(id => new Submission(learner.Name, id, answers.GetValueOrDefault(id),
            string.Join(" ", [.. remarks, .. several.Contains(id) ? [Several] : answers.ContainsKey(id) ? [] : strangers.Take(MostStrangers)])));

        void Add(FileInfo file, string id, string source)
        {
            if (ExerciseSet.Find(id) is null) strangers.Add($"{file.Name}: there is no exercise '{(id.Length > LongestId ? id[..LongestId] + "…" : id)}'.");
            else if (answers.TryGetValue(id, out string? before) && before.Trim() != source.Trim()) several.Add(id);
            answers[id] = source;
        }
    }

    private static IEnumerable<KeyValuePair<string, string>> Answers(FileInfo file)
    {
        if (file.Extension.Equals(".ipynb", StringComparison.OrdinalIgnoreCase)) return ExerciseCells.In(Notebook.Read(file.FullName));
        string source = File.ReadAllText(file.FullName);
        return [new(ExerciseCells.IdOf(source) ?? Path.GetFileNameWithoutExtension(file.Name).ToLowerInvariant(), source)];
    }
}
