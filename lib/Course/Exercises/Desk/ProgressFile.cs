using System.Collections.Concurrent;
using System.Text.Json;
using Course.Exercises.Verdicts;

namespace Course.Exercises.Desk;

/// <summary>
/// The learner's progress, in a file that git ignores. A broken file is put aside, never written over. Where the clone cannot be written
/// to, progress lasts as long as this process, and a line on the error stream says so once.
/// </summary>
public sealed class ProgressFile
{
    private static readonly ConcurrentDictionary<string, Dictionary<string, ExerciseProgress>> Unwritten = [];

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    private readonly string _path;

    /// <param name="root">The clone.</param>
    public ProgressFile(string root) => _path = Path.Combine(root, ".course", "progress.json");

    public IReadOnlyDictionary<string, ExerciseProgress> Read()
    {
        if (Unwritten.TryGetValue(_path, out var unwritten)) return unwritten;
        if (!File.Exists(_path)) return new Dictionary<string, ExerciseProgress>();
        try { return JsonSerializer.Deserialize<Dictionary<string, ExerciseProgress>>(File.ReadAllBytes(_path), Json) ?? []; }
        catch (JsonException)
        {
            File.Move(_path, $"{_path}.{DateTime.UtcNow:yyyyMMddHHmmss}.broken", overwrite: true);
            return new Dictionary<string, ExerciseProgress>();
        }
    }

    public ExerciseProgress Of(string id) => Read().GetValueOrDefault(id) ?? new();

    /// <summary>Keeps the best of all checks.</summary>
    public void Record(Verdict verdict) => Change(verdict.Exercise, before =>
    {
        bool better = verdict.Points > before.Best || before.Checks == 0;
        return before with
        {
            Best = better ? verdict.Points : before.Best,
            OutOf = better ? verdict.OutOf : before.OutOf,
            Passed = before.Passed || verdict.Status == VerdictStatus.Pass,
            Open = before.Open || verdict.Status == VerdictStatus.Inconclusive,
            Checks = before.Checks + 1,
        };
    });

    public void RecordHint(string id, int number) => Change(id, before => before with { Hints = Math.Max(before.Hints, number) });

    public void RecordRevealed(string id) => Change(id, before => before with { Revealed = before.Revealed || !before.Passed });

    private void Change(string id, Func<ExerciseProgress, ExerciseProgress> change)
    {
        Dictionary<string, ExerciseProgress> all = new(Read());
        all[id] = change(all.GetValueOrDefault(id) ?? new());
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(_path)!);
            string temporary = $"{_path}.{Path.GetRandomFileName()}";
            File.WriteAllBytes(temporary, JsonSerializer.SerializeToUtf8Bytes(all, Json));
            File.Move(temporary, _path, overwrite: true);
            Unwritten.TryRemove(_path, out _);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            if (!Unwritten.ContainsKey(_path)) Console.Error.WriteLine($"Your progress lasts only until this notebook's kernel ends: {refused.Message}");
            Unwritten[_path] = all;
        }
    }
}
