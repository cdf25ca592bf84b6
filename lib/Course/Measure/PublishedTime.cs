using System.Text.Json;
using System.Text.Json.Nodes;

namespace Course.Measure;

/// <summary>A time that somebody else printed, on a machine that is not this one: shown beside measured times, never among them.</summary>
public readonly record struct PublishedTime(string Version, double Seconds, double TimesFaster, string Idea, string Source)
{
    /// <summary>The rows of a file in <c>data/published</c>, the first one counting as 1.</summary>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="InvalidDataException">The file holds something else.</exception>
    public static IReadOnlyList<PublishedTime> Load(string path)
    {
        try
        {
            JsonNode root = JsonNode.Parse(File.ReadAllText(path))!;
            string source = root["source"]!.GetValue<string>();
            JsonArray times = root["times"]!.AsArray();
            double first = times[0]!["seconds"]!.GetValue<double>();
            return [.. times.Select(time => new PublishedTime($"{time!["version"]} (published)", time["seconds"]!.GetValue<double>(),
                Math.Round(first / time["seconds"]!.GetValue<double>(), 1), time["idea"]!.GetValue<string>(), source))];
        }
        catch (Exception wrong) when (wrong is JsonException or NullReferenceException or InvalidOperationException or ArgumentOutOfRangeException)
        {
            throw new InvalidDataException($"{path} is not a list of published times: {wrong.Message}", wrong);
        }
    }
}
