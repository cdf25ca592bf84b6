using System.Text.Json;
using Course.Measure;

namespace Course.Patterns;

/// <summary>Python's curves of the slow patterns as one machine recorded them, for machines without Python, NumPy or pandas.</summary>
public sealed record RecordedGrowth(string Cpu, DateOnly Recorded, string Python, IReadOnlyList<RecordedGrowth.Line> Curves)
{
    public const string FileName = "python-patterns.json";

    private static readonly JsonSerializerOptions Options = new() { WriteIndented = true, IndentSize = 1, NewLine = "\n", PropertyNamingPolicy = JsonNamingPolicy.CamelCase };

    /// <summary>One form: its sizes with median, quartiles and bytes, and whether it ended at the limit.</summary>
    public sealed record Line(string Label, IReadOnlyList<GrowthPoint> Points, bool Ended);

    public static RecordedGrowth From(Machine machine, DateOnly recorded, string python, IEnumerable<GrowthCurve> curves) =>
        new(machine.Cpu, recorded, python, [.. curves.Select(curve => new Line(curve.Label, curve.Points, curve.Ended))]);

    /// <summary>The recorded curve under a label that says so; null when this form was not recorded.</summary>
    public GrowthCurve? Curve(string label) => Curves.FirstOrDefault(line => line.Label == label) is { } line
        ? new GrowthCurve($"{label} (recorded on {Cpu})", line.Points, line.Ended) : null;

    /// <summary>The first recorded run below <paramref name="results"/>; null when there is none.</summary>
    public static RecordedGrowth? Find(string results) => !Directory.Exists(results) ? null
        : Directory.EnumerateFiles(results, FileName, SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(Load).FirstOrDefault();

    /// <summary>Writes the file, whole or not at all.</summary>
    public void Save(string path) => WholeFile.Write(path, JsonSerializer.Serialize(this, Options) + "\n");

    /// <exception cref="InvalidDataException">The file holds something else.</exception>
    public static RecordedGrowth Load(string path)
    {
        try
        {
            return JsonSerializer.Deserialize<RecordedGrowth>(File.ReadAllText(path), Options) ?? throw new JsonException("The file is empty.");
        }
        catch (JsonException wrong)
        {
            throw new InvalidDataException($"{path} is no file of recorded growth: {wrong.Message}", wrong);
        }
    }
}
