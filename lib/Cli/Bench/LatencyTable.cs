using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Course.Measure;

namespace Cli.Bench;

/// <summary>The kernel's promises beside their measurements, for a terminal and as a file.</summary>
internal static class LatencyTable
{
    private static readonly JsonSerializerOptions Json = new()
    {
        WriteIndented = true,
        IndentSize = 1,
        NewLine = "\n",
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    public static void Print(IReadOnlyList<LatencyRow> rows, string kernel)
    {
        int width = rows.Max(row => row.Label.Length);
        Console.WriteLine($"{"".PadRight(width)}  {"median",8} {"worst",8}   judged");
        foreach (LatencyRow row in rows)
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{row.Label.PadRight(width)}  {row.Median,8:0.##} {row.Worst,8:0.##}   {row.JudgedBy} {row.Judged:0.##} {row.Unit}, limit {row.Limit:0.##} {row.Unit}: {(row.Holds ? "holds" : "DOES NOT HOLD")}"));
        }
        Console.WriteLine(kernel);
        Console.WriteLine(Machine.Current);
    }

    public static void Save(IReadOnlyList<LatencyRow> rows, string kernel, string path)
    {
        path = Path.GetFullPath(path);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        string unfinished = path + ".part";
        File.WriteAllText(unfinished, JsonSerializer.Serialize(new { taken = DateTimeOffset.UtcNow, machine = Machine.Current, kernel, measurements = rows }, Json) + "\n");
        File.Move(unfinished, path, overwrite: true);
    }
}
