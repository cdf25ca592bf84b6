using System.Net;
using System.Text;

namespace Course.Exercises.Verdicts;

/// <summary>A verdict as a piece of a page: table, smallest wrong case, one next step, picture. Every text in it is escaped.</summary>
public static class VerdictHtml
{
    /// <summary>Left, and close enough together for a phone: Jupyter's own cells push the points out of a narrow page.</summary>
    private const string Cell = "style=\"text-align:left;padding:.2em .35em\"";

    public static string Write(Verdict verdict)
    {
        var html = new StringBuilder("<div class=\"verdict\">");
        string points = verdict.OutOf > 0 ? $", {verdict.Points:0.##} of {verdict.OutOf:0.##} points" : "";
        html.Append($"<p><strong>{Text(verdict.Title)}: {VerdictText.Say(verdict.Status)}</strong>{points}</p>");
        if (verdict.Criteria.Count > 0) WriteTable(html, verdict);
        foreach (string line in verdict.Reason.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)) html.Append($"<p>{Text(line)}</p>");
        if (verdict.Smallest is { } smallest) WriteCase(html, smallest);
        if (verdict.Unsafe) html.Append("<p><em>Judged without a sandbox.</em></p>");
        if (verdict.Next.Length > 0) html.Append($"<p><strong>Next:</strong> {Text(verdict.Next)}</p>");
        if (VerdictFigure.Of(verdict)?.ToBundle().Data["image/svg+xml"] is { } picture) html.Append($"<div style=\"margin-top:.6em\">{picture.GetValue<string>()}</div>");
        return html.Append("</div>").ToString();
    }

    public static string Text(string text) => WebUtility.HtmlEncode(PlainText.Of(text));

    private static void WriteTable(StringBuilder html, Verdict verdict)
    {
        string[] heads = ["criterion", "earned", "got", "wanted", "points"];
        html.Append($"<table><thead><tr>{string.Concat(heads.Select(head => $"<th {Cell}>{head}</th>"))}</tr></thead><tbody>");
        foreach (CriterionResult each in verdict.Criteria)
        {
            string[] cells = [each.Name, VerdictText.Say(each.Outcome), each.Got, each.Wanted, VerdictText.Points(each)];
            html.Append($"<tr>{string.Concat(cells.Select(cell => $"<td {Cell}>{Text(cell)}</td>"))}</tr>");
        }
        html.Append("</tbody></table>");
    }

    private static void WriteCase(StringBuilder html, FailingCase smallest)
    {
        html.Append($"<p><strong>Smallest wrong case:</strong> {Text(smallest.Description)}</p>");
        (string Name, string Value)[] rows =
        [
            ("call", smallest.Input), ("expected", smallest.Expected), ("got", smallest.Actual), ("first at", smallest.Place),
        ];
        html.Append("<table><tbody>");
        foreach (var (name, value) in rows.Where(row => row.Value.Length > 0))
            html.Append($"<tr><th scope=\"row\" {Cell}>{name}</th><td {Cell}><code>{Text(value)}</code></td></tr>");
        html.Append("</tbody></table>");
    }
}
