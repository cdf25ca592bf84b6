using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Course.Exercises.Verdicts;

/// <summary>The judgement of one answer to one exercise. Its JSON is the truth that every report is derived from.</summary>
public sealed record Verdict
{
    public const int CurrentVersion = 1;

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower) },
    };

    /// <summary>Of this form of JSON; a reader of version 1 reads all of 1.</summary>
    public int Version { get; init; } = CurrentVersion;

    public required string Exercise { get; init; }

    public required string Title { get; init; }

    public required VerdictStatus Status { get; init; }

    /// <summary>One sentence: why it has this status; empty for a pass.</summary>
    public string Reason { get; init; } = "";

    public IReadOnlyList<CriterionResult> Criteria { get; init; } = [];

    public FailingCase? Smallest { get; init; }

    /// <summary>One thing to do next.</summary>
    public string Next { get; init; } = "";

    /// <summary>True where the answer ran without a sandbox.</summary>
    public bool Unsafe { get; init; }

    public double Points => Criteria.Where(each => each.Outcome != Outcome.Inconclusive).Sum(each => each.Points);

    /// <summary>Without what could not be judged.</summary>
    public double OutOf => Criteria.Where(each => each.Outcome != Outcome.Inconclusive).Sum(each => each.OutOf);

    /// <summary>The reason, the smallest wrong case and what was missed, in a few words; empty for a pass.</summary>
    [JsonIgnore]
    public string Why => string.Join(" ", new[] { Reason, Smallest is { } smallest ? $"Wrong: {smallest.Description}." : "" }.Where(part => part.Length > 0)
        .Concat(Criteria.Where(each => Smallest is null && each.Got.Length > 0 && each.Outcome is Outcome.Missed or Outcome.Partly).Select(each => $"{each.Name}: {each.Got}, wanted {each.Wanted}.")));

    public string ToJson() => JsonSerializer.Serialize(this, Options);

    /// <exception cref="InvalidDataException">The text is no verdict of this version.</exception>
    public static Verdict FromJson(string json)
    {
        try
        {
            return JsonSerializer.Deserialize<Verdict>(json, Options) is { Version: CurrentVersion } verdict
                ? verdict
                : throw new InvalidDataException($"This is no verdict of version {CurrentVersion}.");
        }
        catch (JsonException failure)
        {
            throw new InvalidDataException($"This is no verdict: {failure.Message}", failure);
        }
    }
}
