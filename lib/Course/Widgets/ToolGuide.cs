using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Display;

namespace Course.Widgets;

/// <summary>
/// Which tool when: a few questions that end at a tool with a cell to paste. Where no script runs, and in plain text, every way through
/// the questions is listed.
/// </summary>
[TypeFormatterSource(typeof(DisplayableFormatters), PreferredMimeTypes = ["text/html", "text/plain"])]
public sealed class ToolGuide(string title, GuideNode start) : IDisplayable
{
    /// <summary>The guide to the course's own tools.</summary>
    public ToolGuide() : this("Which tool when?", CourseTools.Start) { }

    public MimeBundle ToBundle() => new MimeBundle().Add("text/html", Html()).Add("text/plain", ToString());

    public override string ToString()
    {
        var text = new StringBuilder(title).Append('\n');
        foreach ((string path, GuideNode tool) in start.Tools())
            text.Append($"{path}: {tool.Name}. {tool.Text} {tool.More}.\n    ").Append(tool.Cell.Replace("\n", "\n    ", StringComparison.Ordinal)).Append('\n');
        return text.ToString().TrimEnd();
    }

    private string Html()
    {
        var still = new StringBuilder($"<p><b>{Text(title)}</b></p><table><thead><tr><th>If</th><th>Tool</th><th>Cell</th></tr></thead><tbody>");
        foreach ((string path, GuideNode tool) in start.Tools())
            still.Append($"<tr><td>{Text(path)}</td><td><b>{Text(tool.Name)}</b>: {Text(tool.Text)} {Text(tool.More)}</td><td><pre>{Text(tool.Cell)}</pre></td></tr>");
        return Card.Html("ToolGuide", new JsonObject { ["title"] = title, ["start"] = Json(start) }, still.Append("</tbody></table>").ToString());
    }

    private static JsonObject Json(GuideNode node) => new()
    {
        ["text"] = node.Text,
        ["name"] = node.Name,
        ["cell"] = node.Cell,
        ["more"] = node.More,
        ["answers"] = new JsonArray([.. node.Answers.Select(answer => (JsonNode)new JsonObject { ["answer"] = answer.Answer, ["next"] = Json(answer.Next) })]),
    };

    private static string Text(string text) => WebUtility.HtmlEncode(text);
}
