using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Display;

namespace Course.Widgets;

/// <summary>
/// A table whose rows explain themselves: choosing one by click, focus or arrow key shows its text. Where no script runs, the texts
/// stand in the table; in plain text they follow their rows.
/// </summary>
[TypeFormatterSource(typeof(DisplayableFormatters), PreferredMimeTypes = ["text/html", "text/plain"])]
public sealed class ExplainedTable : IDisplayable
{
    private readonly string _title, _note;
    private readonly string[] _columns;
    private readonly (string Name, IReadOnlyList<string> Cells, string Text)[] _rows;

    /// <param name="rows">A name, one cell for each column, and the text that explains them.</param>
    /// <exception cref="ArgumentException">No rows, or one with more or fewer cells than there are columns.</exception>
    public ExplainedTable(string title, IEnumerable<string> columns, IEnumerable<(string Name, IReadOnlyList<string> Cells, string Text)> rows, string note = "")
    {
        (_title, _note, _columns, _rows) = (title, note, [.. columns], [.. rows]);
        if (_rows.Length == 0) throw new ArgumentException("There is no row to explain.", nameof(rows));
        if (_rows.FirstOrDefault(row => row.Cells.Count != _columns.Length) is { Name: { } odd })
            throw new ArgumentException($"'{odd}' does not have one cell for each of the {_columns.Length} columns.", nameof(rows));
    }

    public MimeBundle ToBundle() => new MimeBundle().Add("text/html", Html()).Add("text/plain", ToString());

    public override string ToString()
    {
        var text = new StringBuilder(_title).Append('\n');
        foreach ((string name, IReadOnlyList<string> cells, string explanation) in _rows)
            text.Append($"{name}: ").AppendJoin("; ", _columns.Zip(cells, (column, cell) => $"{column} {cell}")).Append('\n')
                .Append("    ").Append(explanation.Replace("\n", "\n    ", StringComparison.Ordinal)).Append('\n');
        return text.Append(_note).ToString().TrimEnd();
    }

    private string Html()
    {
        var data = new JsonObject
        {
            ["title"] = _title,
            ["note"] = _note,
            ["columns"] = new JsonArray([.. _columns.Select(column => (JsonNode)column)]),
            ["rows"] = new JsonArray([.. _rows.Select(row => (JsonNode)new JsonObject
            {
                ["name"] = row.Name,
                ["cells"] = new JsonArray([.. row.Cells.Select(cell => (JsonNode)cell)]),
                ["text"] = row.Text,
            })]),
        };
        var still = new StringBuilder($"<p><b>{Text(_title)}</b></p><table><thead><tr><th></th>");
        foreach (string column in _columns.Append("What it means")) still.Append($"<th>{Text(column)}</th>");
        still.Append("</tr></thead><tbody>");
        foreach ((string name, IReadOnlyList<string> cells, string explanation) in _rows)
            still.Append($"<tr><th>{Text(name)}</th>").AppendJoin("", cells.Append(explanation).Select(cell => $"<td>{Text(cell)}</td>")).Append("</tr>");
        return Card.Html("ExplainedTable", data, still.Append($"</tbody></table><p>{Text(_note)}</p>").ToString());
    }

    private static string Text(string text) => WebUtility.HtmlEncode(text);
}
