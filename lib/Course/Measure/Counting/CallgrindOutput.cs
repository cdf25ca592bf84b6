using System.Globalization;

namespace Course.Measure.Counting;

/// <summary>The totals of a file that Callgrind wrote (Valgrind manual, "Callgrind Format Specification"): each event's name and count.</summary>
public static class CallgrindOutput
{
    /// <exception cref="InvalidDataException">The text has no line of events with as many totals.</exception>
    public static IReadOnlyDictionary<string, long> Totals(IEnumerable<string> lines)
    {
        string[] events = [];
        foreach (string line in lines)
        {
            if (Fields(line, "events:") is { } names) events = names;
            // "totals" closes a file and "summary" opens one; either holds the sums of the whole run.
            else if ((Fields(line, "totals:") ?? Fields(line, "summary:")) is { Length: > 0 } values && values.Length <= events.Length)
                return events.Distinct().Count() == events.Length && values.All(IsCount)
                    ? events.Select((name, i) => (name, i)).ToDictionary(pair => pair.name, pair => pair.i < values.Length ? long.Parse(values[pair.i], CultureInfo.InvariantCulture) : 0)
                    : throw new InvalidDataException($"Callgrind's totals cannot be read: {line}");
        }
        throw new InvalidDataException("Callgrind wrote no totals; the program it ran was stopped early.");
    }

    private static string[]? Fields(string line, string start) =>
        line.StartsWith(start, StringComparison.Ordinal) ? line[start.Length..].Split(' ', StringSplitOptions.RemoveEmptyEntries) : null;

    private static bool IsCount(string text) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out _);
}
