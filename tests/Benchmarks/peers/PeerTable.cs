using System.Globalization;

namespace Peers;

/// <summary>The rows as a CSV file, and back.</summary>
internal static class PeerTable
{
    private const string Header = "case,peer,launches,median_ms,low_ms,high_ms,against,times_as_fast,times_low,times_high,takes,goal,reached,result";

    public static void Write(IEnumerable<PeerRow> rows, string path)
    {
        var lines = rows.Select(row => string.Join(',', new[]
        {
            row.Case, row.Peer, row.Launches.ToString(CultureInfo.InvariantCulture), Number(row.Milliseconds?.Median), Number(row.Milliseconds?.Low), Number(row.Milliseconds?.High),
            row.Against, Number(row.TimesAsFast.Median), Number(row.TimesAsFast.Low), Number(row.TimesAsFast.High), Number(row.Takes),
            row.Goal, row.Reached switch { true => "yes", false => "no", null => "" }, row.Result,
        }.Select(Quoted)));
        string unfinished = path + ".part";
        File.WriteAllText(unfinished, string.Join('\n', lines.Prepend(Header)) + "\n");
        File.Move(unfinished, path, overwrite: true);
    }

    /// <exception cref="InvalidDataException">A line is no row.</exception>
    public static IReadOnlyList<PeerRow> Read(string path)
    {
        string[] lines = File.ReadAllLines(path);
        if (lines is not [Header, ..]) throw new InvalidDataException($"{path} does not begin with the line \"{Header}\".");
        return [.. lines.Skip(1).Select((line, i) => Row(Fields(line), $"{path}, line {i + 2}"))];
    }

    private static PeerRow Row(List<string> fields, string place)
    {
        if (fields.Count != Header.Split(',').Length) throw new InvalidDataException($"{place}: {fields.Count} fields instead of {Header.Split(',').Length}.");
        try
        {
            Spread? milliseconds = fields[3].Length == 0 ? null : new Spread(Parsed(fields[3]), Parsed(fields[4]), Parsed(fields[5]));
            return new PeerRow(fields[0], fields[1], int.Parse(fields[2], CultureInfo.InvariantCulture), milliseconds, fields[6],
                new Spread(Parsed(fields[7]), Parsed(fields[8]), Parsed(fields[9])), fields[11],
                fields[12] switch { "yes" => true, "no" => false, "" => null, _ => throw new FormatException($"\"{fields[12]}\" is neither yes nor no") }, fields[13]);
        }
        catch (FormatException e)
        {
            throw new InvalidDataException($"{place}: {e.Message}", e);
        }
    }

    private static double Parsed(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    private static string Number(double? value) => value?.ToString("G5", CultureInfo.InvariantCulture) ?? "";

    private static string Quoted(string field) => field.Contains(',') ? $"\"{field}\"" : field;

    /// <summary>No field of ours holds a quotation mark, so quotes only switch commas off.</summary>
    private static List<string> Fields(string line)
    {
        var fields = new List<string> { "" };
        bool quoted = false;
        foreach (char c in line)
        {
            if (c == '"') quoted = !quoted;
            else if (c == ',' && !quoted) fields.Add("");
            else fields[^1] += c;
        }
        return fields;
    }
}
