using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Grading.Batch;

/// <summary>
/// The verdicts of a run, one JSON line each, appended and flushed to the disk as soon as there is one: whatever ends the grader, no
/// verdict that was given is lost, and none is given twice. A line that was cut off in the middle is cut away.
/// </summary>
internal sealed class Journal : IDisposable
{
    private readonly Lock _gate = new();
    private readonly FileStream _file;
    private readonly Dictionary<(string Learner, string Exercise), GradedSubmission> _graded = [];

    /// <exception cref="InvalidDataException">The folder holds a run with another seed, or something else.</exception>
    public Journal(string folder, long? seed, bool isUnsafe)
    {
        try
        {
            Directory.CreateDirectory(folder);
            Run = FindRun(Path.Combine(folder, "run.json"), seed, isUnsafe);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            throw new InvalidDataException($"Nothing can be written into {folder}: {refused.Message} Choose another --out.", refused);
        }
        // On Linux only FileShare.None keeps a second writer out.
        try { _file = new FileStream(Path.Combine(folder, "verdicts.jsonl"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None); }
        catch (IOException busy) { throw new InvalidDataException($"Another grader writes into {folder}. Wait for it, or choose another --out.", busy); }
        Replay();
    }

    public GradingRun Run { get; }

    public IReadOnlyCollection<GradedSubmission> All
    {
        get
        {
            lock (_gate) return [.. _graded.Values];
        }
    }

    public GradedSubmission? Find(string learner, string exercise)
    {
        lock (_gate) return _graded.GetValueOrDefault((learner, exercise));
    }

    public void Add(GradedSubmission graded)
    {
        byte[] line = [.. JsonSerializer.SerializeToUtf8Bytes(graded, GradingJson.Line), (byte)'\n'];
        lock (_gate)
        {
            _file.Write(line);
            _file.Flush(flushToDisk: true);
            _graded[(graded.Learner, graded.Exercise)] = graded;
        }
    }

    public static string HashOf(string source) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(source)));

    public void Dispose() => _file.Dispose();

    private void Replay()
    {
        var bytes = new byte[_file.Length];
        _file.ReadExactly(bytes);
        int start = 0;
        for (int end; (end = Array.IndexOf(bytes, (byte)'\n', start)) >= 0; start = end + 1)
        {
            if (Read(bytes.AsSpan(start, end - start)) is { } graded) _graded[(graded.Learner, graded.Exercise)] = graded;
        }
        _file.SetLength(start);
        _file.Position = start;
    }

    /// <summary>Null for a line that is no verdict: a damaged disk costs that one and not those behind it.</summary>
    private static GradedSubmission? Read(ReadOnlySpan<byte> line)
    {
        try { return JsonSerializer.Deserialize<GradedSubmission>(line, GradingJson.Line) is { Learner: not null, Exercise: not null, Verdict: not null } graded ? graded : null; }
        catch (JsonException) { return null; }
    }

    private static GradingRun FindRun(string path, long? seed, bool isUnsafe)
    {
        if (File.Exists(path))
        {
            try
            {
                GradingRun run = JsonSerializer.Deserialize<GradingRun>(File.ReadAllBytes(path), GradingJson.Whole) ?? throw new JsonException("null is no run.");
                if (run.Version != GradingRun.CurrentVersion) throw new InvalidDataException($"{path} is of version {run.Version}; this grader writes {GradingRun.CurrentVersion}. Choose another --out.");
                if (seed is not null && seed != run.Seed) throw new InvalidDataException($"{path} belongs to a run with seed {run.Seed}. Leave out --seed to go on, or choose another --out.");
                return run.Unsafe == isUnsafe ? run : throw new InvalidDataException($"{path} belongs to a run {(run.Unsafe ? "without" : "with")} a sandbox. Choose another --out.");
            }
            catch (JsonException broken) { throw new InvalidDataException($"{path} is no run of this grader. Choose another --out.", broken); }
        }
        var fresh = new GradingRun(GradingRun.CurrentVersion, seed ?? GradingRun.NewSeed(), DateTimeOffset.UtcNow, isUnsafe);
        ReportFile.Write(path, JsonSerializer.Serialize(fresh, GradingJson.Whole));
        return fresh;
    }
}
