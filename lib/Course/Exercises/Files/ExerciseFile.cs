using System.Text.Json;
using System.Text.Json.Serialization;

namespace Course.Exercises.Files;

/// <summary>exercise.json: the texts, the points and the limits of one exercise.</summary>
public sealed record ExerciseFile
{
    private const double MostSpeedShare = 0.6;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        ReadCommentHandling = JsonCommentHandling.Skip,
        RespectNullableAnnotations = true,
    };

    public required string Title { get; init; }

    /// <summary>The notebook that it stands in, without ending.</summary>
    public required string Notebook { get; init; }

    /// <summary>What the learner is to do, in one or two sentences.</summary>
    public required string Goal { get; init; }

    /// <summary>"correct" first.</summary>
    public required IReadOnlyList<CriterionFile> Criteria { get; init; }

    public ExerciseLimits Limits { get; init; } = new();

    /// <summary>Namespaces, types (<c>System.Threading.Thread</c>) and members (<c>System.GC.Collect</c>) that an answer may use beside the usual ones.</summary>
    public IReadOnlyList<string> Allow { get; init; } = [];

    /// <summary>What the machine must have: "vectors256", "vectors512", "cores2", "cores4". Without it the speed stays open.</summary>
    public IReadOnlyList<string> Needs { get; init; } = [];

    /// <exception cref="InvalidDataException">The file is missing or contradicts itself; the message names file and fault.</exception>
    public static ExerciseFile Read(string path)
    {
        try
        {
            ExerciseFile file = JsonSerializer.Deserialize<ExerciseFile>(File.ReadAllBytes(path), Json) ?? throw new InvalidDataException($"{path}: null is no exercise.");
            return file.Fault() is { } fault ? throw new InvalidDataException($"{path}: {fault}") : file;
        }
        catch (Exception failure) when (failure is JsonException or FileNotFoundException or DirectoryNotFoundException)
        {
            throw new InvalidDataException($"{path}: {failure.Message}", failure);
        }
    }

    private string? Fault()
    {
        if (Criteria.Count == 0 || Criteria[0].Name != "correct") return "the first criterion is \"correct\".";
        if (Criteria.DistinctBy(each => each.Name).Count() != Criteria.Count) return "two criteria have one name.";
        if (Criteria.Any(each => !(each.Points > 0) || each.Points > 1000)) return "points are more than 0.";
        if (Criteria.Any(each => (each.Name == "correct") != (each.Bands.Count == 0))) return "every criterion but \"correct\" has bands.";
        if (Criteria.SelectMany(each => each.Bands).Any(band => band.AtLeast is null == band.AtMost is null && band.AtLeast is null || band.Share is not (> 0 and <= 1)))
            return "a band states atMost or atLeast, and a share above 0 and up to 1.";
        if (Criteria.Where(each => each.Name == "speed").SelectMany(each => each.Bands).Any(band => band.AtLeast is not (> 0 and <= MostSpeedShare)))
            return $"speed asks for at most {MostSpeedShare} of what the solution reaches.";
        if (Criteria.Where(each => each.Name == "speed").Sum(each => each.Points) * 2 >= Criteria.Sum(each => each.Points)) return "what is timed carries less than half of the points.";
        return null;
    }
}
