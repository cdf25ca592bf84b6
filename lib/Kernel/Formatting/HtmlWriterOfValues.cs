using System.Net;
using System.Text;

namespace Kernel.Formatting;

/// <summary>Values as markup without scripts or styles of its own, which front ends keep even in untrusted notebooks. Every text is escaped.</summary>
internal static class HtmlWriterOfValues
{
    private const int Deepest = 4;

    public static string Write(ValueShape shape)
    {
        var html = new StringBuilder();
        Write(html, shape, 0, new(ReferenceEqualityComparer.Instance));
        return html.ToString();
    }

    private static void Write(StringBuilder html, ValueShape shape, int depth, HashSet<object> above)
    {
        switch (shape.Kind)
        {
            case ShapeKind.Table: Table(html, shape, depth, above); break;
            case ShapeKind.Tree: Tree(html, shape, depth, above); break;
            default: html.Append("<pre>").Append(Escape(TextWriterOfValues.Write(shape))).Append("</pre>"); break;
        }
    }

    private static void Table(StringBuilder html, ValueShape shape, int depth, HashSet<object> above)
    {
        html.Append("<table>");
        if (shape.Columns.Count > 0)
            html.Append("<thead><tr>").AppendJoin("", shape.Columns.Select(column => $"<th scope=\"col\">{Escape(column)}</th>")).Append("</tr></thead>");
        html.Append("<tbody>");
        above.Add(shape.Value!);
        foreach (object?[] row in shape.Rows)
        {
            html.Append("<tr>");
            foreach (object? field in row)
            {
                html.Append(TextWriterOfValues.IsNumber(field) ? "<td style=\"text-align:right\">" : "<td style=\"text-align:left\">");
                Field(html, field, depth, above);
                html.Append("</td>");
            }
            html.Append("</tr>");
        }
        above.Remove(shape.Value!);
        html.Append("</tbody></table>");
        if (shape.Cut.Length > 0) html.Append("<p>").AppendJoin("<br>", shape.Cut.Split('\n').Select(Escape)).Append("</p>");
    }

    private static void Tree(StringBuilder html, ValueShape shape, int depth, HashSet<object> above)
    {
        object value = shape.Value!;
        html.Append(depth == 0 ? "<details open>" : "<details>").Append("<summary><code>").Append(Escape(Brief.Of(value))).Append("</code></summary><table><tbody>");
        above.Add(value);
        foreach ((string name, var get) in Members.Of(value.GetType()))
        {
            html.Append("<tr><th scope=\"row\" style=\"text-align:left\">").Append(Escape(name)).Append("</th><td style=\"text-align:left\">");
            Field(html, Members.Read(get, value), depth, above);
            html.Append("</td></tr>");
        }
        above.Remove(value);
        html.Append("</tbody></table></details>");
    }

    private static void Field(StringBuilder html, object? value, int depth, HashSet<object> above)
    {
        if (value is null || Scalars.Is(value)) html.Append(Escape(Brief.Of(value)));
        else if (above.Contains(value)) html.Append("<em>shown above</em>");
        else if (depth + 1 >= Deepest) html.Append(Escape(Brief.Of(value)));
        else if (ShapeOf(value) is { Kind: not ShapeKind.List } shape) Write(html, shape, depth + 1, above);
        else html.Append(Escape(Brief.Of(value)));
    }

    /// <summary>Null for a sequence that fails while it is read; its line then says why.</summary>
    private static ValueShape? ShapeOf(object value)
    {
        try { return ValueShape.Of(value); }
        catch (Exception thrown) when (thrown is not (ThreadInterruptedException or OperationCanceledException)) { return null; }
    }

    private static string Escape(string text) => WebUtility.HtmlEncode(text);
}
