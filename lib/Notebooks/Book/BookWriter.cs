using System.Text;

namespace Notebooks.Book;

/// <summary>
/// Writes executed notebooks as a small web site that needs no server and no network: <c>index.html</c>, a page for each notebook,
/// one style sheet, one script, and plotly.js where it is installed.
/// </summary>
/// <param name="title">The book's name.</param>
/// <param name="introduction">Markdown for the first page, under its title.</param>
public sealed class BookWriter(string title, string introduction)
{
    private const string PlotlyFile = "plotly.min.js";

    /// <summary>Where <c>npm ci</c> in <c>lib/Notebooks/web</c> puts plotly.js.</summary>
    public static string PlotlyPath(string repositoryRoot) => Path.Combine(
        repositoryRoot, "lib", "Notebooks", "web", "node_modules", "plotly.js-cartesian-dist-min", "plotly-cartesian.min.js");

    /// <summary>Writes every page whole, the first page last. Pages of other notebooks in the folder stay.</summary>
    /// <param name="folder">The book's folder, created if it is missing.</param>
    /// <param name="parts">All chapters, in reading order.</param>
    /// <param name="plotlyPath">plotly.js; where no such file is, charts are the still pictures and a line on the page says so.</param>
    /// <returns>The path of <c>index.html</c>.</returns>
    public string Write(string folder, IReadOnlyList<BookPart> parts, string plotlyPath)
    {
        Directory.CreateDirectory(folder);
        bool plotly = File.Exists(plotlyPath);
        if (plotly) WholeFile.Write(Path.Combine(folder, PlotlyFile), File.ReadAllBytes(plotlyPath));
        else File.Delete(Path.Combine(folder, PlotlyFile));
        foreach (string asset in new[] { "book.css", "book.js" }) WholeFile.Write(Path.Combine(folder, asset), Asset(asset));

        Chapter[] chapters = [.. parts.SelectMany(part => part.Chapters)];
        for (int i = 0; i < chapters.Length; i++)
        {
            string page = ChapterPage(chapters[i], chapters.ElementAtOrDefault(i - 1), chapters.ElementAtOrDefault(i + 1), plotly, folder);
            WholeFile.Write(Path.Combine(folder, chapters[i].Page), page);
        }
        string index = Path.Combine(folder, "index.html");
        WholeFile.Write(index, FirstPage(parts, folder));
        return index;
    }

    private string FirstPage(IReadOnlyList<BookPart> parts, string folder)
    {
        var prose = new ProseRenderer(folder, folder);
        var body = new StringBuilder();
        body.Append($"<main id=\"content\" class=\"front\"><h1>{Html.Text(title)}</h1><div class=\"prose lead\">{prose.Render(introduction)}</div>");
        foreach (BookPart part in parts)
        {
            body.Append($"<section class=\"part\"><h2>{Html.Text(part.Title)}</h2><ol class=\"chapters\">");
            foreach (Chapter chapter in part.Chapters)
            {
                string minutes = chapter.Notebook.Minutes is { } count ? $"<span class=\"minutes\">{count} minutes</span>" : "";
                string failed = chapter.Notebook.Cells.Any(cell => cell.Outputs.Any(output => output.Kind == OutputKind.Error))
                    ? "<span class=\"failed\">a cell failed</span>" : "";
                body.Append($"<li><a href=\"{Html.Link(chapter.Page)}\"><span class=\"number\">{chapter.Number}</span>")
                    .Append($"<span class=\"name\">{Html.Text(chapter.Title)}</span>{failed}{minutes}</a></li>");
            }
            body.Append("</ol></section>");
        }
        return Html.Page(title, title, "", body.Append("</main>").ToString(), "");
    }

    private string ChapterPage(Chapter chapter, Chapter? previous, Chapter? next, bool plotly, string folder)
    {
        var prose = new ProseRenderer(chapter.Folder, folder);
        var outputs = new OutputRenderer(prose, plotly);
        var cells = new StringBuilder();
        foreach (NotebookCell cell in chapter.Notebook.Cells) CellHtml.Append(cells, cell, prose, outputs);

        string meta = string.Join(" · ", new[]
        {
            chapter.Number == "" ? "" : $"Notebook {chapter.Number}",
            chapter.Notebook.Minutes is { } minutes ? $"{minutes} minutes" : "",
        }.Where(text => text != ""));
        string contents = string.Concat(prose.Headings.Where(heading => heading.Level is 2 or 3)
            .Select(heading => $"<li class=\"level{heading.Level}\"><a href=\"#{heading.Id}\">{Html.Text(heading.Text)}</a></li>"));
        string toc = contents == "" ? "" : $"<nav class=\"toc\" aria-label=\"On this page\"><p>On this page</p><ol>{contents}</ol></nav>";
        string still = outputs.ChartsDrawn > 0 && !plotly
            ? "<p class=\"note\">The charts on this page are still pictures, because plotly.js was not installed when the book was made "
                + "(<code>npm ci</code> in <code>lib/Notebooks/web</code>).</p>" : "";
        string body = $"<div class=\"layout\">{toc}<main id=\"content\"><p class=\"meta\">{meta}</p>{cells}{still}{Turn(previous, next)}</main></div>";
        string scripts = plotly && outputs.ChartsDrawn > 0 ? $"<script src=\"{PlotlyFile}\" defer></script>" : "";
        return Html.Page($"{chapter.Title} · {title}", title, Bar(previous, next), body, scripts);
    }

    private static string Bar(Chapter? previous, Chapter? next) =>
        "<nav aria-label=\"Notebooks\">"
        + (previous is null ? "" : $"<a rel=\"prev\" href=\"{Html.Link(previous.Page)}\" title=\"{Html.Text(previous.Title)}\">← Previous</a>")
        + "<a href=\"index.html\">Contents</a>"
        + (next is null ? "" : $"<a rel=\"next\" href=\"{Html.Link(next.Page)}\" title=\"{Html.Text(next.Title)}\">Next →</a>")
        + "</nav>";

    private static string Turn(Chapter? previous, Chapter? next) =>
        "<nav class=\"turn\" aria-label=\"Previous and next\">"
        + (previous is null ? "<span></span>" : $"<a href=\"{Html.Link(previous.Page)}\"><small>Previous</small>{Html.Text(previous.Title)}</a>")
        + (next is null ? "<span></span>" : $"<a class=\"next\" href=\"{Html.Link(next.Page)}\"><small>Next</small>{Html.Text(next.Title)}</a>")
        + "</nav>";

    private static string Asset(string name)
    {
        using var reader = new StreamReader(typeof(BookWriter).Assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }
}
