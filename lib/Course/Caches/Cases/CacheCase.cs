using System.Text.Json;
using Course.Traces;

namespace Course.Caches.Cases;

/// <summary>One (trace, configuration) pair with the numbers that another simulator printed for it.</summary>
/// <param name="Expected">Counts by name; names of a level are prefixed with it, as in <c>L1.hits</c>.</param>
/// <param name="Source">The simulator that printed them.</param>
/// <param name="Problem">Why the case cannot be understood here, or null.</param>
public sealed record CacheCase(
    string Id, string Trace, CacheConfiguration Configuration, IReadOnlyDictionary<string, long> Expected, string Source, string? Problem = null)
{
    /// <summary>Reads one element of <c>cases</c> in a <c>cases.json</c>. A case that misses a part or names something unknown says so.</summary>
    public static CacheCase Parse(JsonElement json)
    {
        string id = Text(json, "id") ?? "(case without id)";
        try
        {
            bool classify = Text(json, "classify") == "3C";
            JsonElement expected = json.GetProperty("expected");
            classify |= expected.EnumerateObject().Any(level => level.Value.ValueKind == JsonValueKind.Object
                && (level.Value.TryGetProperty("compulsory", out _) || level.Value.TryGetProperty("fullyAssociativeMisses", out _)));
            var levels = json.GetProperty("levels").EnumerateArray().Select(level => ParseLevel(level, classify)).ToList();
            HierarchyKind hierarchy = CacheNames.ParseHierarchy(Text(json, "hierarchy") ?? "H-dinero");
            var configuration = new CacheConfiguration(levels, hierarchy, CacheNames.ParseAccess(Text(json, "access") ?? "A1"));
            return new CacheCase(id, json.GetProperty("trace").GetString()!, configuration, Flatten(expected), Text(json, "source") ?? "");
        }
        catch (Exception broken) when (broken is KeyNotFoundException or InvalidOperationException or ArgumentException or FormatException)
        {
            return new CacheCase(id, Text(json, "trace") ?? "", CacheConfiguration.FirstLevel, new Dictionary<string, long>(), Text(json, "source") ?? "", broken.Message);
        }
    }

    /// <summary>Simulates the trace and returns what was counted under each expected name; null where the name is unknown here.</summary>
    public IReadOnlyDictionary<string, long?> Run(Trace trace)
    {
        var simulator = new CacheSimulator(Configuration);
        simulator.Run(trace);
        return Expected.Keys.ToDictionary(name => name, name => CaseCounts.Find(simulator, name));
    }

    private static string? Text(JsonElement json, string name) =>
        json.ValueKind == JsonValueKind.Object && json.TryGetProperty(name, out JsonElement value) ? value.ToString() : null;

    private static LevelConfiguration ParseLevel(JsonElement json, bool classify)
    {
        var geometry = new CacheGeometry(json.GetProperty("sets").GetInt32(), json.GetProperty("ways").GetInt32(), json.GetProperty("line").GetInt32());
        if (json.TryGetProperty("size", out JsonElement size) && size.GetInt64() != geometry.SizeBytes)
            throw new FormatException($"size {size} is not sets x ways x line = {geometry.SizeBytes}.");
        string policy = Text(json, "policy") ?? "LRU";
        return new LevelConfiguration(json.GetProperty("name").GetString()!, geometry, policy)
        {
            WriteBack = !json.TryGetProperty("write", out JsonElement write) || OneOf(write, "WB", "WT"),
            WriteAllocate = !json.TryGetProperty("alloc", out JsonElement allocate) || OneOf(allocate, "WA", "NWA"),
            Prefetch = CacheNames.ParsePrefetch(Text(json, "prefetch") ?? "none"),
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
