using System.Text;

namespace Notebooks.Book;

/// <summary>One cell as HTML: prose, or code with what it printed and drew under it.</summary>
internal static class CellHtml
{
    public static void Append(StringBuilder page, NotebookCell cell, ProseRenderer prose, OutputRenderer outputs)
    {
        if (cell.Kind == CellKind.Markdown) page.Append($"<div class=\"prose\">{prose.Render(cell.Source)}</div>");
        if (cell.Kind != CellKind.Code) return;

        string source = cell.Source.TrimEnd();
        bool exercise = source.StartsWith("// exercise:", StringComparison.Ordinal);
        string setup = source.StartsWith("#!import", StringComparison.Ordinal) ? " setup" : "";
        page.Append($"<section class=\"cell{setup}\" id=\"cell-{cell.Number}\" aria-label=\"Code cell {cell.Number}\">");
        if (exercise) page.Append("<p class=\"badge\">Exercise: yours to do</p>");
        page.Append($"<div class=\"code\"><a class=\"anchor\" href=\"#cell-{cell.Number}\" aria-label=\"Link to this cell\">#</a>")
            .Append($"<pre tabindex=\"0\"><code>{CodeHighlighter.Highlight(source)}</code></pre></div>");
        string drawn = string.Concat(cell.Outputs.Select(output => outputs.Render(output, $"cell {cell.Number}")));
        if (drawn != "") page.Append($"<div class=\"outputs\">{drawn}</div>");
        page.Append("</section>");
    }
}
