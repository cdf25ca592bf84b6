using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Display;

namespace Course.Profile.Tables;

/// <summary>
/// A table whose headings sort it, in a page where scripts run; the same table as plain HTML where they do not; aligned text elsewhere.
/// Shares are written as per cent beside their bar, so that nothing is told by colour alone.
/// </summary>
[TypeFormatterSource(typeof(DisplayableFormatters), PreferredMimeTypes = ["text/html", "text/plain"])]
public sealed record ProfileTable(string Title, IReadOnlyList<TableColumn> Columns, IReadOnlyList<TableRow> Rows) : IDisplayable
{
    private static readonly string Script = ScriptedHtml.File(typeof(ProfileTable), "ProfileTable.js"), Style = ScriptedHtml.File(typeof(ProfileTable), "ProfileTable.css");

    /// <summary>Sentences under the table.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>The column that the rows are sorted by, largest first; -1 for the order of a text.</summary>
    public int SortedBy { get; init; } = -1;

    public MimeBundle ToBundle() => new MimeBundle().Add("text/html", Html()).Add("text/plain", ToString());

    public override string ToString()
    {
        int[] widths = [.. Columns.Select((column, index) => Rows.Select(row => row.Cells[index].Text.Length).Append(column.Name.Length).Max())];
        var text = new StringBuilder(Title).Append('\n');
        text.Append(Line([.. Columns.Select(column => column.Name)], widths));
        foreach (TableRow row in Rows)
        {
            text.Append(Line([.. row.Cells.Select(cell => cell.Text)], widths));
            if (row.Detail.Length > 0) text.Append("    ").Append(row.Detail).Append('\n');
        }
        foreach (string note in Notes) text.Append(note).Append('\n');
        return text.ToString().TrimEnd();
    }

    private string Line(string[] cells, int[] widths) => string.Join("  ", cells.Select((cell, index) =>
        Columns[index].Kind is ColumnKind.Number or ColumnKind.Share ? cell.PadLeft(widths[index]) : cell.PadRight(widths[index]))).TrimEnd() + "\n";

    private string Html()
    {
        var data = new JsonObject
        {
            ["title"] = Title,
            ["sorted"] = SortedBy,
            ["columns"] = new JsonArray([.. Columns.Select(column => (JsonNode)new JsonArray(column.Name, column.Kind.ToString(), column.Meaning))]),
            ["rows"] = new JsonArray([.. Rows.Select(row => (JsonNode)new JsonArray([.. row.Cells.Select(Cell), JsonValue.Create(row.Detail)]))]),
            ["notes"] = new JsonArray([.. Notes.Select(note => (JsonNode)JsonValue.Create(note))]),
        };
        return ScriptedHtml.Of("table", Script, Style, data, StillTable());
    }

    private static JsonNode Cell(TableCell cell) => cell.Value == 0 ? JsonValue.Create(cell.Text) : new JsonArray(cell.Text, cell.Value);

    /// <summary>The same in tags that every sanitiser keeps.</summary>
    private string StillTable()
    {
        var html = new StringBuilder($"<table><caption>{Encode(Title)}</caption><thead><tr>");
        foreach (TableColumn column in Columns) html.Append($"<th scope=\"col\" title=\"{Encode(column.Meaning)}\">{Encode(column.Name)}</th>");
        html.Append("</tr></thead><tbody>");
        foreach (TableRow row in Rows)
        {
            html.Append("<tr>");
            for (int i = 0; i < row.Cells.Count; i++)
            {
                string text = Encode(row.Cells[i].Text);
                html.Append(Columns[i].Kind switch { ColumnKind.Code => $"<td align=\"left\"><pre>{text}</pre></td>", ColumnKind.Text => $"<td align=\"left\">{text}</td>", _ => $"<td>{text}</td>" });
            }
            html.Append("</tr>");
            if (row.Detail.Length > 0) html.Append($"<tr><td colspan=\"{Columns.Count}\" align=\"left\">{Encode(row.Detail)}</td></tr>");
        }
        html.Append("</tbody></table>");
        foreach (string note in Notes) html.Append($"<p>{Encode(note)}</p>");
        return html.ToString();
    }

    private static string Encode(string text) => WebUtility.HtmlEncode(text);
}
