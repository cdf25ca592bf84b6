using System.Text.Json;
using System.Text.Json.Serialization;

namespace Course.Measure;

/// <summary>Measurements as a JSON file: every sample, the machine and the settings, so that a reader can judge them years later.</summary>
internal static class MeasurementsFile
{
    private const int Version = 1;

    private static readonly JsonSerializerOptions Options = new()
    {
        WriteIndented = true,
        IndentSize = 1,
        NewLine = "\n",
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    public static void Save(Measurements measurements, string path)
    {
        var file = new Content(Version, measurements.Taken, measurements.Machine, measurements.Jit,
            [.. measurements.Select(one => new Row(one.Label, one.Milliseconds, one.BytesPerCall, one.Calls, one.Note, one.Samples(), one.Tier))]);
        WholeFile.Write(path, JsonSerializer.Serialize(file, Options) + "\n");
    }

    public static Measurements Load(string path)
    {
        if (!File.Exists(path))
            throw new FileNotFoundException($"There are no measurements at {path}. `course bench --json FILE` writes such a file.", path);
        try
        {
            Content file = JsonSerializer.Deserialize<Content>(File.ReadAllText(path), Options) ?? throw new JsonException("The file is empty.");
            if (file.Version != Version) throw new JsonException($"It has version {file.Version}; this program reads version {Version}.");
            return new Measurements(file.Measurements.Select(Read), file.Machine, file.Jit, file.Taken);
        }
        catch (JsonException e)
        {
            throw new InvalidDataException($"{path} is no file of measurements: {e.Message}", e);
        }
    }

    private static Measurement Read(Row row) => row.SamplesMilliseconds.Count > 0
        ? new Measurement(row.Label, row.SamplesMilliseconds, row.BytesPerCall, row.Calls, row.Note, row.Tier)
        : throw new JsonException($"'{row.Label}' has no samples.");

    private sealed record Content(int Version, DateTimeOffset Taken, Machine Machine, JitSettings Jit, IReadOnlyList<Row> Measurements);

    private sealed record Row(
        string Label, double MedianMilliseconds, long BytesPerCall, long Calls, string Note, IReadOnlyList<double> SamplesMilliseconds, string Tier = "");
}
