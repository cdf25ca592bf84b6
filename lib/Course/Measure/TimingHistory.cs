namespace Course.Measure;

/// <summary>The times that this session measured, so that a cell that is edited and run again is seen beside what it was.</summary>
public static class TimingHistory
{
    private const int MostRuns = 100, LongestBar = 24;

    private static readonly Lock Guard = new();
    private static readonly Dictionary<string, List<double>> Runs = [];

    /// <summary>Every run of every label, in the order in which the labels were first measured; of one label when it is named.</summary>
    public static IReadOnlyList<TimedRun> Of(string? label = null)
    {
        lock (Guard)
            return [.. Runs.Where(pair => label is null || pair.Key == label).SelectMany(pair => pair.Value.Select((milliseconds, i) => new TimedRun(
                pair.Key, i + 1, milliseconds, pair.Value[0] / milliseconds, new string('█', Math.Max(1, (int)Math.Round(LongestBar * milliseconds / pair.Value.Max()))))))];
    }

    /// <summary>Adds a run; tells how it compares with the run before, or nothing for the first of its label.</summary>
    internal static string Add(string label, double milliseconds)
    {
        lock (Guard)
        {
            if (!Runs.TryGetValue(label, out List<double>? runs)) Runs[label] = runs = [];
            string note = "";
            if (runs.Count > 0)
            {
                double ratio = runs[^1] / milliseconds;
                string change = ratio is > 0.97 and < 1.03 ? "the same" : ratio > 1 ? $"{ratio:0.##} times faster now" : $"{1 / ratio:0.##} times slower now";
                note = $"run {runs.Count + 1}: was {runs[^1]:G3} ms, {change}";
            }
            // A loop that measures thousands of times keeps the first, which ratios refer to, and the newest.
            if (runs.Count == MostRuns) runs.RemoveAt(1);
            runs.Add(milliseconds);
            return note;
        }
    }
}
