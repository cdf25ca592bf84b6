using System.Text;
using Markdig;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Notebooks.Book;

/// <summary>
/// Markdown to HTML for one page: headings get ids that are unique on the page and a link to themselves, links to notebooks become
/// links to their pages, and pictures beside the notebook are copied into the book.
/// </summary>
internal sealed class ProseRenderer(string sourceFolder, string bookFolder)
{
    private static readonly MarkdownPipeline Pipeline =
        new MarkdownPipelineBuilder().UsePipeTables().UseFootnotes().UseEmphasisExtras().UseAutoLinks().Build();

    private readonly List<Heading> _headings = [];

    /// <summary>Every heading rendered so far.</summary>
    public IReadOnlyList<Heading> Headings => _headings;

    public string Render(string markdown)
    {
        MarkdownDocument document = Markdown.Parse(markdown, Pipeline);
        foreach (HeadingBlock heading in document.Descendants<HeadingBlock>())
        {
            string text = string.Concat(heading.Inline?.Descendants<LeafInline>().Select(PlainText) ?? []);
            string id = UniqueId(text);
            _headings.Add(new Heading(heading.Level, id, text));
            heading.GetAttributes().Id = id;
            if (heading.Level > 1)
                heading.Inline!.AppendChild(new HtmlInline($"<a class=\"anchor\" href=\"#{id}\" aria-label=\"Link to this section\">#</a>"));
        }
        foreach (LinkInline link in document.Descendants<LinkInline>()) Redirect(link);
        foreach (FencedCodeBlock block in document.Descendants<FencedCodeBlock>()) block.GetAttributes().AddProperty("tabindex", "0");

        var writer = new StringWriter();
        var renderer = new HtmlRenderer(writer);
        Pipeline.Setup(renderer);
        renderer.Render(document);
        return writer.ToString().Replace("<table>", "<div class=\"wide\" tabindex=\"0\"><table>").Replace("</table>", "</table></div>");
    }

    private static string PlainText(LeafInline leaf) => leaf switch
    {
        LiteralInline literal => literal.Content.ToString(),
        CodeInline code => code.Content,
        _ => "",
    };

    /// <summary>A heading's id: letters and digits in lower case, hyphens between.</summary>
    internal static string Slug(string text)
    {
        var slug = new StringBuilder();
        foreach (char c in text.ToLowerInvariant())
        {
            if (char.IsLetterOrDigit(c)) slug.Append(c);
            else if (slug.Length > 0 && slug[^1] != '-') slug.Append('-');
        }
        return slug.ToString().Trim('-') is { Length: > 0 } found ? found : "section";
    }

    private string UniqueId(string text)
    {
        string stem = Slug(text);
        string id = stem;
        for (int n = 2; _headings.Exists(heading => heading.Id == id); n++) id = $"{stem}-{n}";
        return id;
    }

    private void Redirect(LinkInline link)
    {
        if (link.Url is not { Length: > 0 } url || url.Split('#')[0].Contains(':', StringComparison.Ordinal) || url[0] is '#' or '/') return;
        if (!link.IsImage)
        {
            // Jupyter names a heading by its text with hyphens for spaces, the book by its slug.
            string[] parts = url.Replace(".ipynb", ".html", StringComparison.Ordinal).Split('#', 2);
            link.Url = parts.Length == 1 ? parts[0] : $"{parts[0]}#{Slug(Uri.UnescapeDataString(parts[1]))}";
            return;
        }
        string source = Path.GetFullPath(Path.Combine(sourceFolder, Uri.UnescapeDataString(url)));
        if (!File.Exists(source)) return;
        string name = Path.GetFileName(source);
        WholeFile.Write(Path.Combine(bookFolder, "pictures", name), File.ReadAllBytes(source));
        link.Url = "pictures/" + Html.Link(name);
    }
}
