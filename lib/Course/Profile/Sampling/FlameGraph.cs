using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Display;

namespace Course.Profile.Sampling;

/// <summary>A profile as an interactive picture: each call is as wide as its time and lies below its caller. The methods stand as a table where no script runs.</summary>
internal static class FlameGraph
{
    private const double LeastShare = 0.0005;
    private const int TableRows = 40;

    private static readonly string Script = ScriptedHtml.File(typeof(FlameGraph), "FlameGraph.js"), Style = ScriptedHtml.File(typeof(FlameGraph), "FlameGraph.css");

    /// <summary>A piece of HTML for a cell's output.</summary>
    public static string Html(SamplingProfile profile) => ScriptedHtml.Of("flame", Script, Style, Data(profile), Still(profile));

    /// <summary>A page of its own, which loads nothing else.</summary>
    public static string Page(SamplingProfile profile) =>
        $"<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\"><meta name=\"color-scheme\" content=\"light dark\">"
        + $"<title>Flame graph of {WebUtility.HtmlEncode(profile.Title)}</title></head><body>\n{Html(profile)}\n</body></html>\n";

    private static JsonObject Data(SamplingProfile profile)
    {
        Dictionary<(string, string), int> frames = [];
        double least = LeastShare * (profile.Root.RunningMilliseconds + profile.Root.WaitingMilliseconds);
        JsonArray nodes = [];
        AddNodes(profile.Root, parent: -1, nodes, frames, least);
        return new JsonObject
        {
            ["title"] = profile.Title,
            ["summary"] = profile.Summary,
            ["frames"] = new JsonArray([.. frames.Keys.Select(frame => (JsonNode)new JsonArray(frame.Item1, frame.Item2, Kind(frame.Item1, frame.Item2)))]),
            ["nodes"] = nodes,
            ["methods"] = new JsonArray([.. profile.Methods.Take(TableRows).Select(method => (JsonNode)new JsonArray(
                method.Method, Round(method.Own), Round(method.Total), Round(method.Waiting), method.HotLine?.ToString() ?? ""))]),
            ["threads"] = new JsonArray([.. profile.Threads.Select(thread => (JsonNode)new JsonArray(
                $"{thread.Id} {thread.Name}".TrimEnd(), Round(thread.Running), Round(thread.Waiting), thread.Processor is { } ran ? Round(ran) : -1))]),
            ["notes"] = new JsonArray([.. profile.Notes.Prepend($"Cost: {profile.Overhead}.").Select(note => (JsonNode)JsonValue.Create(note))]),
        };
    }

    /// <summary>Each call names its caller by place, because JSON readers and writers limit how deep arrays may lie in each other.</summary>
    private static void AddNodes(StackNode node, int parent, JsonArray nodes, Dictionary<(string, string), int> frames, double least)
    {
        if (!frames.TryGetValue((node.Method, node.Module), out int frame)) frames[(node.Method, node.Module)] = frame = frames.Count;
        string line = node.Lines.Count > 0 ? node.Lines.MaxBy(each => each.Value).Key.ToString() : "";
        int own = nodes.Count;
        nodes.Add((JsonNode)new JsonArray(parent, frame, Round(node.RunningMilliseconds), Round(node.WaitingMilliseconds),
            Round(node.OwnRunningMilliseconds), Round(node.OwnWaitingMilliseconds), line));
        foreach (StackNode child in node.Children)
            if (child.RunningMilliseconds + child.WaitingMilliseconds >= least) AddNodes(child, own, nodes, frames, least);
    }

    private static int Kind(string method, string module) => method.StartsWith('[') ? 2
        : module.StartsWith("System", StringComparison.Ordinal) || module.StartsWith("Microsoft.", StringComparison.Ordinal) ? 1 : 0;

    /// <summary>The same in tags that every sanitiser keeps.</summary>
    private static string Still(SamplingProfile profile)
    {
        var html = new StringBuilder($"<p><b>{WebUtility.HtmlEncode(profile.Title)}</b><br>{WebUtility.HtmlEncode(profile.Summary)}</p>"
            + "<table><thead><tr><th>Method</th><th>Own</th><th>Total</th><th>Waiting</th><th>Line</th></tr></thead><tbody>");
        foreach (MethodTime method in profile.Methods.Take(TableRows / 2))
            html.Append(CultureInfo.InvariantCulture, $"<tr><td align=\"left\">{WebUtility.HtmlEncode(method.Method)}</td><td>{Share(method.Own)}</td><td>{Share(method.Total)}</td>")
                .Append(CultureInfo.InvariantCulture, $"<td>{method.Waiting.TotalSeconds:0.00} s</td><td>{WebUtility.HtmlEncode(method.HotLine?.ToString() ?? "")}</td></tr>");
        html.Append("</tbody></table>");
        foreach (string note in profile.Notes.Prepend($"Cost: {profile.Overhead}.")) html.Append($"<p>{WebUtility.HtmlEncode(note)}</p>");
        return html.ToString();
        string Share(TimeSpan part) => profile.Running > TimeSpan.Zero ? (part / profile.Running).ToString("0.0%", CultureInfo.InvariantCulture) : "-";
    }

    private static double Round(TimeSpan time) => Round(time.TotalMilliseconds);

    private static double Round(double milliseconds) => Math.Round(milliseconds, 2);
}
