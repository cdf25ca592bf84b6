using System.Text.Json;
using Course.Traces;

namespace Course.Caches.Cases;

/// <summary>A folder of cases: <c>cases.json</c>, and the traces it names in <c>traces/</c>.</summary>
public sealed class CacheCaseSet
{
    private readonly string _directory;

    private CacheCaseSet(string directory, IReadOnlyList<CacheCase> cases) => (_directory, Cases) = (directory, cases);

    public IReadOnlyList<CacheCase> Cases { get; }

    /// <exception cref="FormatException">A file that is not such a list, or one that cannot be read.</exception>
    public static CacheCaseSet Load(string directory)
    {
        string path = Path.Combine(directory, "cases.json");
        if (!File.Exists(path)) throw new FileNotFoundException($"{directory} holds no cases.json; name the folder that does.", path);
        try
        {
            using JsonDocument json = JsonDocument.Parse(File.ReadAllBytes(path));
            if (json.RootElement.ValueKind != JsonValueKind.Object || !json.RootElement.TryGetProperty("cases", out JsonElement cases) || cases.ValueKind != JsonValueKind.Array)
                throw new FormatException($"{path} has no list called cases.");
            return new CacheCaseSet(directory, [.. cases.EnumerateArray().Select(CacheCase.Parse)]);
        }
        catch (JsonException broken)
        {
            throw new FormatException($"{path} is no JSON: {broken.Message}", broken);
        }
    }

    /// <summary>Runs every case, the cases of one trace together, and returns a sentence for each count that differs.</summary>
    public IEnumerable<(CacheCase Case, IReadOnlyList<string> Mismatches)> Verify()
    {
        foreach (IGrouping<string, CacheCase> ofTrace in Cases.GroupBy(one => one.Trace))
        {
            (Trace? trace, string? problem) = TryLoad(ofTrace.Key);
            foreach (CacheCase one in ofTrace)
            {
                string? why = one.Problem ?? problem;
                if (why is not null) yield return (one, [why]);
                else yield return (one, Compare(one, trace!));
            }
        }
    }

    private (Trace? Trace, string? Problem) TryLoad(string name)
    {
        try
        {
            return (TraceReader.Load(Path.Combine(_directory, "traces", name)), null);
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException or FormatException or InvalidDataException)
        {
            return (null, unreadable.Message);
        }
    }

    private static List<string> Compare(CacheCase one, Trace trace)
    {
        try
        {
            return [.. one.Run(trace).Where(count => count.Value != one.Expected[count.Key]).Select(count => count.Value is { } counted
                ? $"{count.Key}: {one.Expected[count.Key]} expected, {counted} counted"
                : $"{count.Key}: {one.Expected[count.Key]} expected, a count of this name is unknown")];
        }
        catch (ArgumentException contradiction)
        {
            return [contradiction.Message];
        }
    }
}
