using System.Globalization;
using System.Reflection;

namespace Course.Measure;

/// <summary>The times that this session measured, so that a cell that is edited and run again is seen beside what it was.</summary>
public static class TimingHistory
{
    private const int MostRuns = 100, LongestBar = 24, MostShown = 6;

    private static readonly Lock Guard = new();
    private static readonly Dictionary<string, List<Entry>> Runs = [];

    /// <summary>Every run of every label, in the order in which the labels were first measured; of one label when it is named.</summary>
    public static IReadOnlyList<TimedRun> Of(string? label = null)
    {
        lock (Guard) return [.. Runs.Where(pair => label is null || pair.Key == label).SelectMany(pair => Rows(pair.Key, pair.Value))];
    }

    /// <summary>Adds a run; tells how it compares with the run before, or nothing for the first of its label.</summary>
    /// <param name="measured">The work's own method: another compilation of it is a cell that was run again.</param>
    public static string Add(string label, double milliseconds, MethodInfo measured)
    {
        lock (Guard)
        {
            if (!Runs.TryGetValue(label, out List<Entry>? runs)) Runs[label] = runs = [];
            string note = "";
            if (runs.Count > 0)
            {
                double before = runs[^1].Milliseconds, ratio = before / milliseconds;
                string change = ratio is > 0.97 and < 1.03 ? "the same" : ratio > 1 ? $"{ratio:0.##} times faster now" : $"{1 / ratio:0.##} times slower now";
                note = $"run {runs.Count + 1}: was {before:G3} ms, {change}";
            }
            // A loop that measures thousands of times keeps the first, which ratios refer to, and the newest.
            if (runs.Count == MostRuns) runs.RemoveAt(1);
            runs.Add(new Entry(milliseconds, measured.Module.ModuleVersionId));
            return note;
        }
    }

    /// <summary>Of the labels whose cell was run again, edited or not: the first run and the newest, as lines of text; empty when there is none.</summary>
    public static string RunAgain(IEnumerable<string> labels)
    {
        lock (Guard)
        {
            // Measuring twice in one cell, as a loop over sizes does, is no running again: those runs share one compilation.
            TimedRun[] rows = [.. labels.Where(label => Runs[label].Any(run => run.Module != Runs[label][^1].Module))
                .SelectMany(label => Rows(label, Runs[label]).Where((_, i) => i == 0 || i >= Runs[label].Count - MostShown))];
            int width = rows.Select(row => row.Label.Length).DefaultIfEmpty().Max();
            return string.Join('\n', rows.Select(row => string.Create(CultureInfo.InvariantCulture,
                $"{row.Label.PadRight(width)}  run {row.Run,-3} {row.Milliseconds,10:G4} ms {row.TimesFaster,8:0.00}x  {row.Bar}")));
        }
    }

    private static IEnumerable<TimedRun> Rows(string label, List<Entry> runs)
    {
        double longest = runs.Max(run => run.Milliseconds);
        return runs.Select((run, i) => new TimedRun(label, i + 1, run.Milliseconds, runs[0].Milliseconds / run.Milliseconds,
            new string('█', Math.Max(1, (int)Math.Round(LongestBar * run.Milliseconds / longest)))));
    }

    private readonly record struct Entry(double Milliseconds, Guid Module);
}
