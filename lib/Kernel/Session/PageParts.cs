using Display;
using Kernel.Session.Directives;
using Kernel.Session.Running;

namespace Kernel.Session;

/// <summary>Cell parts in a format of the page, which are shown and not run.</summary>
internal static class PageParts
{
    /// <returns>Whether the part was one of them.</returns>
    public static bool TryShow(CodePart part, CellRun run)
    {
        MimeBundle? bundle = part.Language switch
        {
            "html" => new MimeBundle().Add("text/html", part.Text).Add("text/plain", part.Text),
            "javascript" => new MimeBundle().Add("application/javascript", part.Text).Add("text/plain", part.Text),
            "markdown" => new MimeBundle().Add("text/markdown", part.Text).Add("text/plain", part.Text),
            // JupyterLab and the book draw the first, most Markdown renderers the second; the text says it anywhere.
            "mermaid" => new MimeBundle().Add("text/vnd.mermaid", part.Text).Add("text/markdown", $"```mermaid\n{part.Text}\n```").Add("text/plain", part.Text),
            _ => null,
        };
        if (bundle is not null) run.Show(bundle);
        return bundle is not null;
    }
}
