using System.Globalization;
using System.Text.RegularExpressions;
using Course.Charts;
using Course.Measure;
using Display;

namespace Peers;

/// <summary>The table as files for readers: CSV with every sample beside it, a page with every row, a chart, the README's section.</summary>
internal static partial class Report
{
    public const string Begin = "<!-- peers: begin; written by `peers readme` -->", End = "<!-- peers: end -->";

    private const string ChartCase = "byte 3x3, 1920x1080";

    public static void Collect(string folder, string results)
    {
        Directory.CreateDirectory(results);
        IReadOnlyList<PeerRow> rows = [.. Collection.Rows(folder)];
        Measurements samples = Collection.Samples(folder);
        samples.Save(Path.Combine(results, "peers.json"));
        PeerTable.Write(rows, Path.Combine(results, "peers.csv"));
        foreach ((string file, string text) in Written(results)) File.WriteAllText(Path.Combine(results, file), text);
        var limit = new GoalLimit(samples);
        foreach (PeerRow row in rows.Where(row => row.Goal.Length > 0)) Console.WriteLine(GoalLine(row, limit));
    }

    /// <summary>What follows from the CSV and JSON of a results folder alone: file name and text.</summary>
    public static IEnumerable<(string File, string Text)> Written(string results)
    {
        IReadOnlyList<PeerRow> rows = PeerTable.Read(Path.Combine(results, "peers.csv"));
        Measurements samples = Measurements.Load(Path.Combine(results, "peers.json"));
        yield return ("peers.svg", Chart(rows));
        yield return ("peers.md", Page(rows, samples, results));
    }

    public static void IntoReadme(string results, string readme)
    {
        string text = File.ReadAllText(readme), section = Section(results);
        int begin = text.IndexOf(Begin, StringComparison.Ordinal), end = text.IndexOf(End, StringComparison.Ordinal);
        if (begin < 0 || end < begin) throw new InvalidDataException($"{readme} has no place for the results. Write these two lines where they belong:\n{Begin}\n{End}");
        File.WriteAllText(readme, text[..begin] + section + text[(end + End.Length)..]);
    }

    /// <summary>The README's section with its two marks.</summary>
    public static string Section(string results)
    {
        Measurements samples = Measurements.Load(Path.Combine(results, "peers.json"));
        IReadOnlyList<PeerRow> rows = PeerTable.Read(Path.Combine(results, "peers.csv"));
        string folder = "data/results/" + Path.GetFileName(Path.GetFullPath(results).TrimEnd(Path.DirectorySeparatorChar));
        return $"""
            {Begin}
            {Summary(rows)}

            One core; *times as fast* says how many times as fast `BoxBlur` is. {Provenance(rows, samples, results)}
            Every contestant's result was held to the true mean under its own rounding and border first. Every row, with goals and spreads: [peers.md]({folder}/peers.md).
            Simd is in no Debian release: its figures were recorded on another machine as ratios to a memory copy.

            ![Bars: one 3x3 blur of {ChartCase[10..]} grey pixels by everybody]({folder}/peers.svg)
            {End}
            """;
    }

    private static string Page(IReadOnlyList<PeerRow> rows, Measurements samples, string results)
    {
        var lines = new List<string> { "# The box blur beside other people's software", "", Provenance(rows, samples, results), samples.Machine + ".", "", Summary(rows), "", "## Goals", "",
            "Where a goal is missed, what limits it, timed in turn in the same processes (rows *bound* below).", "",
            "| case | who | compared with | goal | measured (lowest to highest launch) | reached | limit |", "|---|---|---|---|---|---|---|" };
        var limit = new GoalLimit(samples);
        lines.AddRange(rows.Where(row => row.Goal.Length > 0).Select(row => GoalLine(row, limit)));
        if (Published(results) is { } published) lines.AddRange(["", published]);
        foreach (var group in rows.GroupBy(row => row.Case))
        {
            lines.AddRange(["", $"## {group.Key}", "", "| who | ms (fastest to slowest launch) | compared with | times as fast as this | result |", "|---|---|---|---|---|"]);
            lines.AddRange(group.Select(row => $"| {row.Peer} | {(row.Milliseconds is { } ms ? $"{Ms(ms.Median)} ({Ms(ms.Low)} to {Ms(ms.High)})" : "")} | {row.Against} | {Ratio(row.TimesAsFast)} | {row.Result} |"));
        }
        return string.Join('\n', lines) + "\n";
    }

    /// <summary>What the article reached from its first row to its last, beside this library's.</summary>
    private static string? Published(string results)
    {
        string file = Path.Combine(results, "..", "..", "published", "blur-times.json");
        if (!File.Exists(file)) return null;
        IReadOnlyList<PublishedTime> times = PublishedTime.Load(file);
        return string.Create(CultureInfo.InvariantCulture,
            $"The article's own ladder, from \"{times[0].Version}\" to \"{times[^1].Version}\": {times[0].Seconds} s to {times[^1].Seconds} s, {times[0].Seconds / times[^1].Seconds:F0} times as fast.");
    }

    private static string GoalLine(PeerRow row, GoalLimit limit)
    {
        bool takes = row.Goal.StartsWith("takes", StringComparison.Ordinal);
        (double median, double low, double high) = (row.TimesAsFast.Median, row.TimesAsFast.Low, row.TimesAsFast.High);
        if (takes) (median, low, high) = (1 / median, 1 / high, 1 / low);
        return $"| {row.Case} | {row.Against} | {row.Peer} | {row.Goal.Replace("<=", "at most").Replace(">=", "at least")} | {Ratio(new Spread(median, low, high))} | {(row.Reached == true ? "yes | |" : $"**no** | {limit.Of(row)} |")}";
    }

    /// <summary>One row for each case and radius.</summary>
    private static string Summary(IReadOnlyList<PeerRow> rows)
    {
        var lines = new List<string>
        {
            "| picture | BoxBlur, ms | in memory copies | times as fast as OpenCV -O3 | Debian's OpenCV | Halide | Simd (recorded) | two cores |",
            "|---|---|---|---|---|---|---|---|",
        };
        foreach (var group in rows.GroupBy(row => row.Case))
        {
            foreach (PeerRow box in group.Where(row => row.Peer == Contestants.Box || row.Peer.StartsWith(Contestants.Box + ", radius", StringComparison.Ordinal)))
            {
                string radius = box.Peer[Contestants.Box.Length..];
                PeerRow? Peer(string name) => group.FirstOrDefault(row => row.Peer == name + radius);
                double copy = group.Where(row => row.Peer is Contestants.Copy or Contestants.CopyPastCaches).Min(row => row.Milliseconds!.Value.Median);
                string title = radius.Length == 0 ? group.Key : $"byte{radius}, {group.Key.Split(", ")[^1]}";
                lines.Add($"| {title} | {Ms(box.Milliseconds!.Value.Median)} | {Ratio(box.Milliseconds.Value.Median / copy)} | {Times(Peer(Contestants.OpenCvO3))} "
                    + $"| {Times(Peer(Contestants.OpenCv))} | {Times(Peer(Contestants.Halide))} | {Times(Peer(Contestants.Simd))} | {Taken(Peer(Contestants.TwoCores))} |");
            }
        }
        return string.Join('\n', lines);
    }

    private static string Chart(IReadOnlyList<PeerRow> rows)
    {
        var bars = rows.Where(row => row.Case == ChartCase && row.Milliseconds is not null && !row.Peer.StartsWith(Contestants.RungPrefix, StringComparison.Ordinal) && !row.Peer.StartsWith(Bounds.Prefix, StringComparison.Ordinal))
            .Select(row => (row.Peer, row.Milliseconds!.Value.Median, row.Milliseconds.Value.Low, row.Milliseconds.Value.High))
            .OrderByDescending(bar => bar.Median);
        MimeBundle figure = Course.Charts.Chart.Bars($"One {ChartCase[5..8]} blur of {ChartCase[10..]} grey pixels", "ms", bars).LogX().ToBundle();
        // A drawing in a page gets an id of its own at random; in a file the same data must give the same text.
        return RandomId().Replace(figure.Data["image/svg+xml"].GetValue<string>(), "chart-peers") + "\n";
    }

    /// <summary>When, where and how; what else was going on there stands in peers-remark.txt, written by whoever measured.</summary>
    private static string Provenance(IReadOnlyList<PeerRow> rows, Measurements samples, string results)
    {
        string remark = Path.Combine(results, "peers-remark.txt");
        string taken = samples.Taken.ToString("MMMM yyyy", CultureInfo.InvariantCulture);
        return $"{taken}, {samples.Machine.Cpu}, {samples.Machine.Cores} cores, {samples.Machine.Runtime}; everybody in turn on the same pixels, "
            + $"medians of {rows.Where(row => row.Launches > 0).Min(row => row.Launches)} processes or more." + (File.Exists(remark) ? " " + File.ReadAllText(remark).Trim() : "");
    }

    private static string Times(PeerRow? row) => row is null ? "" : Ratio(row.TimesAsFast.Median);

    private static string Taken(PeerRow? row) => row is null ? "" : Ratio(row.Takes);

    /// <summary>"1.8 (1.7 to 1.9)".</summary>
    public static string Ratio(Spread times) => $"{Ratio(times.Median)} ({Ratio(times.Low)} to {Ratio(times.High)})";

    private static string Ms(double value) => ShortNumber.Format(value);

    private static string Ratio(double value) => value.ToString(value >= 100 ? "N0" : value >= 10 ? "0.0" : "0.00", CultureInfo.InvariantCulture);

    [GeneratedRegex("chart-[0-9a-f]{12}")]
    private static partial Regex RandomId();
}
