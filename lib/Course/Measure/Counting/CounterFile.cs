using System.Text.Json;
using System.Text.Json.Serialization;

namespace Course.Measure.Counting;

/// <summary>Tables of counters as a JSON file: those that an article published, and those that another machine recorded.</summary>
public static class CounterFile
{
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

    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="InvalidDataException">The file holds something else.</exception>
    public static IReadOnlyList<CounterTable> Load(string path)
    {
        if (!File.Exists(path)) throw new FileNotFoundException($"There are no counters at {path}. `course count --json FILE` writes such a file.", path);
        try
        {
            Content file = JsonSerializer.Deserialize<Content>(File.ReadAllText(path), Options) ?? throw new JsonException("The file is empty.");
            return [.. file.Tables.Select(table => new CounterTable(table.Label, table.Source, table.Rows.Select(Read)))];
        }
        catch (JsonException e)
        {
            throw new InvalidDataException($"{path} is no file of counters: {e.Message}", e);
        }
    }

    /// <summary>Writes all with the date, whole or not at all; rows without a count are left out.</summary>
    public static void Save(IEnumerable<CounterTable> tables, string path)
    {
        var file = new Content([.. tables.Select(table => new Table(table.Label, $"Recorded on {DateTime.UtcNow:yyyy-MM-dd}: {table.Source}",
            [.. table.Where(row => row.Value() is not null).Select(row => new Row(row.Counter, row.Value()!.Value, row.Origin, row.Note))]))]);
        WholeFile.Write(path, JsonSerializer.Serialize(file, Options) + "\n");
    }

    private static CounterRow Read(Row row)
    {
        try
        {
            return new CounterRow(CounterDefinition.Named(row.Counter).Kind, row.Value, row.Origin, row.Note);
        }
        catch (ArgumentException unknown)
        {
            throw new JsonException(unknown.Message, unknown);
        }
    }

    private sealed record Content(IReadOnlyList<Table> Tables);

    private sealed record Table(string Label, string Source, IReadOnlyList<Row> Rows);

    private sealed record Row(string Counter, double Value, CounterOrigin Origin, string Note = "");
}
