using System.Text.Json;
using Course.Traces;

namespace Course.Caches;

/// <summary>One (trace, configuration) pair with the numbers that another simulator printed for it.</summary>
/// <param name="Expected">Counts by name; names of a level are prefixed with it, as in <c>L1.hits</c>.</param>
/// <param name="Source">The simulator that printed them.</param>
public sealed record CacheCase(
    string Id, string Trace, CacheConfiguration Configuration, IReadOnlyDictionary<string, long> Expected, string Source)
{
    /// <summary>Reads one element of <c>cases</c> in a <c>cases.json</c>.</summary>
    /// <exception cref="FormatException">A case that misses a part or names something unknown.</exception>
    public static CacheCase Parse(JsonElement json)
    {
        string id = json.TryGetProperty("id", out JsonElement name) ? name.ToString() : "(case without id)";
        try
        {
            bool classify = json.TryGetProperty("classify", out JsonElement split) && split.ToString() == "3C";
            JsonElement expected = json.GetProperty("expected");
            classify |= expected.EnumerateObject().Any(level => level.Value.ValueKind == JsonValueKind.Object
                && (level.Value.TryGetProperty("compulsory", out _) || level.Value.TryGetProperty("fullyAssociativeMisses", out _)));
            var levels = json.GetProperty("levels").EnumerateArray().Select(level => ParseLevel(level, classify)).ToList();
            string access = json.TryGetProperty("access", out JsonElement mode) ? mode.GetString()! : "A1";
            string hierarchy = json.TryGetProperty("hierarchy", out JsonElement kind) ? kind.GetString()! : "H-dinero";
            var configuration = new CacheConfiguration(levels, CacheNames.ParseHierarchy(hierarchy), CacheNames.ParseAccess(access));
            string source = json.TryGetProperty("source", out JsonElement by) ? by.ToString() : "";
            return new CacheCase(id, json.GetProperty("trace").GetString()!, configuration, Flatten(expected), source);
        }
        catch (Exception broken) when (broken is KeyNotFoundException or InvalidOperationException or ArgumentException or FormatException)
        {
            throw new FormatException($"Case {id}: {broken.Message}", broken);
        }
    }

    /// <summary>Simulates the trace and returns what was counted under each expected name; null where the name is unknown here.</summary>
    public IReadOnlyDictionary<string, long?> Run(Trace trace)
    {
        var simulator = new CacheSimulator(Configuration);
        simulator.Run(trace);
        return Expected.Keys.ToDictionary(name => name, name => CaseCounts.Find(simulator, name));
    }

    private static CacheLevel ParseLevel(JsonElement json, bool classify)
    {
        var geometry = new CacheGeometry(json.GetProperty("sets").GetInt32(), json.GetProperty("ways").GetInt32(), json.GetProperty("line").GetInt32());
        if (json.TryGetProperty("size", out JsonElement size) && size.GetInt64() != geometry.SizeBytes)
            throw new FormatException($"size {size} is not sets x ways x line = {geometry.SizeBytes}.");
        string policy = json.TryGetProperty("policy", out JsonElement named) ? named.GetString()! : "LRU";
        return new CacheLevel(json.GetProperty("name").GetString()!, geometry, policy)
        {
            WriteBack = !json.TryGetProperty("write", out JsonElement write) || OneOf(write, "WB", "WT"),
            WriteAllocate = !json.TryGetProperty("alloc", out JsonElement allocate) || OneOf(allocate, "WA", "NWA"),
            Prefetch = json.TryGetProperty("prefetch", out JsonElement prefetch) ? CacheNames.ParsePrefetch(prefetch.GetString()!) : PrefetchKind.None,
            Classify = classify,
        };
    }

    private static bool OneOf(JsonElement value, string yes, string no) => value.GetString() is var text && text == yes
        || (text == no ? false : throw new FormatException($"'{text}' is neither {yes} nor {no}."));

    private static Dictionary<string, long> Flatten(JsonElement expected)
    {
        var flat = new Dictionary<string, long>();
        foreach (JsonProperty level in expected.EnumerateObject())
        {
            if (level.Value.ValueKind == JsonValueKind.Number) flat[level.Name] = level.Value.GetInt64();
            else foreach (JsonProperty count in level.Value.EnumerateObject()) flat[$"{level.Name}.{count.Name}"] = count.Value.GetInt64();
        }
        return flat;
    }
}
