using System.Globalization;

namespace Course.Caches.Reports;

/// <summary>The report as plain text, one aligned table per question.</summary>
public static class CacheReportText
{
    private const int MostRows = 12;

    public static string Format(CacheReport report)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        WriteLevels(report, text);
        CacheCounts first = report.FirstLevel;
        string firstName = report.Configuration.Levels[report.Configuration.Hierarchy == HierarchyKind.Cachegrind ? 1 : 0].Name;
        text.WriteLine($"{firstName} alone misses {first.Misses:N0} times: {first.Compulsory:N0} compulsory, {first.Capacity:N0} capacity, {first.Conflict:N0} conflict.");
        text.WriteLine();
        Table(text, $"What if {firstName} were different?", ["change", "misses", "miss rate", "fewer misses"],
            report.Counterfactuals.Select(row => new[] { row.Change, Number(row.Misses), Percent(row.MissRate), Number(row.MissesLess) }));
        Table(text, "Who misses where?", ["level", "array", "loop", "accesses", "misses", "miss rate", "evictions caused"],
            report.Attribution.Select(row => new[] { row.Level, row.Array, row.Loop, Number(row.Accesses), Number(row.Misses), Percent(row.MissRate), Number(row.Evictions) }));
        Table(text, "Who evicts whom?", ["level", "evicted", "by", "lines"],
            report.Evictions.Select(row => new[] { row.Level, row.Evicted, row.EvictedBy, Number(row.Lines) }));
        Table(text, $"Bytes used of each line fetched into {firstName}", ["array", "field", "lines", "used per line", "share"],
            report.UsedBytes.Select(row => new[] { row.Array, row.Field, Number(row.LinesFetched), row.UsedPerLine.ToString("0.0", CultureInfo.InvariantCulture), Percent(row.Share) }));
        Table(text, "Distinct other lines between two uses of a line", ["from", "to", "accesses"],
            report.Reuse.Select(row => row.From < 0 ? ["first use", "", Number(row.Accesses)] : new[] { Number(row.From), Number(row.To), Number(row.Accesses) }), int.MaxValue);
        Table(text, $"Sets of {firstName} with most misses", ["set", "accesses", "misses", "distinct lines"],
            report.Sets.Where(row => row.Misses > 0).OrderByDescending(row => row.Misses).ThenBy(row => row.Set)
                .Select(row => new[] { Number(row.Set), Number(row.Accesses), Number(row.Misses), Number(row.DistinctLines) }), 8);
        if (report.ExampleMiss is { } story)
        {
            text.WriteLine("One miss");
            text.WriteLine("  " + story.Text);
        }
        if (report.Moment is { } moment) WriteMoment(moment, report, text);
        return text.ToString();
    }

    private static void WriteMoment(CacheMoment moment, CacheReport report, StringWriter text)
    {
        text.WriteLine();
        Table(text, $"Access {moment.Access:N0}, step by step", ["level", "event", "line", "set"], moment.Events.Select(step =>
        {
            LevelConfiguration level = report.Configuration.Levels[step.Level];
            return new[] { level.Name, step.Kind.ToString(), $"0x{step.Line << level.Geometry.LineShift:x}", Number(step.Set) };
        }), int.MaxValue);
        text.WriteLine("Its sets, the lines kept longest first, written ones with a star");
        foreach ((SetState before, SetState after) in moment.Before.Zip(moment.After))
        {
            text.WriteLine($"  {before.Level} set {before.Set} before: {before}");
            text.WriteLine($"  {after.Level} set {after.Set} after:  {after}");
        }
    }

    private static void WriteLevels(CacheReport report, StringWriter text)
    {
        CacheConfiguration configuration = report.Configuration;
        text.WriteLine($"{report.TraceAccesses:N0} accesses; hierarchy {CacheNames.Of(configuration.Hierarchy)}, access mode {CacheNames.Of(configuration.Access)}");
        foreach (LevelConfiguration level in configuration.Levels) text.WriteLine($"  {level}");
        text.WriteLine();
        Table(text, "Counts", ["level", "reads", "writes", "hits", "misses", "miss rate", "evictions", "write-backs", "prefetches"],
            configuration.Levels.Zip(report.Levels, (level, counts) => new[]
            {
                level.Name, Number(counts.Reads), Number(counts.Writes), Number(counts.Hits), Number(counts.Misses), Percent(counts.MissRate),
                Number(counts.Evictions), Number(counts.WriteBacks), Number(counts.Prefetches),
            }).Append(["memory", Number(report.Memory.Reads), Number(report.Memory.Writes), "", "", "", "", "", ""]));
        text.WriteLine($"Memory: {ByteSize.Format(report.Memory.BytesRead)} read, {ByteSize.Format(report.Memory.BytesWritten)} written, {ByteSize.Format(report.FlushBytes)} still to write back.");
        if (report.EstimatedCycles is { } cycles)
        {
            string latencies = string.Join(", ", report.Latency.LevelCycles.Take(report.Levels.Count).Append(report.Latency.MemoryCycles).Select(latency => latency.ToString("0.#", CultureInfo.InvariantCulture)));
            text.WriteLine($"Estimated: {cycles:N0} cycles if every access waited for the one before, {cycles / Math.Max(1, report.Levels[0].Accesses):0.0} per access; a hit takes {latencies} cycles, memory last.");
        }
    }

    private static void Table(StringWriter text, string title, string[] heads, IEnumerable<string[]> rows, int most = MostRows)
    {
        var all = rows.ToList();
        if (all.Count == 0) return;
        var shown = all.Take(most).ToList();
        int[] widths = [.. heads.Select((head, column) => Math.Max(head.Length, shown.Max(row => row[column].Length)))];
        text.WriteLine(title);
        foreach (string[] row in shown.Prepend(heads))
        {
            // Words stand left, numbers right.
            IEnumerable<string> cells = row.Select((cell, column) => IsNumber(shown, column) ? cell.PadLeft(widths[column]) : cell.PadRight(widths[column]));
            text.WriteLine("  " + string.Join("  ", cells).TrimEnd());
        }
        if (all.Count > shown.Count) text.WriteLine($"  and {all.Count - shown.Count:N0} more");
        text.WriteLine();
    }

    private static bool IsNumber(List<string[]> rows, int column) => rows.TrueForAll(row => row[column].Length == 0 || char.IsAsciiDigit(row[column].TrimStart('-')[0])) && rows.Exists(row => row[column].Length > 0);

    private static string Number(long value) => value.ToString("N0", CultureInfo.InvariantCulture);

    private static string Percent(double share) => share.ToString("0.00%", CultureInfo.InvariantCulture);
}
