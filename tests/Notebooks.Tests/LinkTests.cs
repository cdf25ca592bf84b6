using System.Text.RegularExpressions;

namespace Notebooks.Tests;

/// <summary>Links from one notebook to another lead to a file and, in it, to a heading that exists.</summary>
public sealed partial class LinkTests
{
    private static readonly string Folder = Path.Combine(Sample.Root, "notebooks");

    [Fact]
    public void EveryLinkBetweenNotebooksLeadsSomewhere()
    {
        var links = Directory.EnumerateFiles(Folder, "*.ipynb").SelectMany(file => Prose(file)
            .SelectMany(text => Link().Matches(text)).Select(link => (From: Path.GetFileName(file), To: link.Groups["file"].Value, Heading: link.Groups["heading"].Value))).ToArray();
        Assert.NotEmpty(links);
        string[] broken = [.. links.Where(link => !Leads(link.To, link.Heading)).Select(link => $"{link.From}: {link.To}#{link.Heading}")];
        Assert.Empty(broken);
    }

    private static bool Leads(string file, string heading)
    {
        string path = Path.Combine(Folder, file);
        // Jupyter's own rule: the heading's text, hyphens in place of spaces.
        return File.Exists(path) && (heading.Length == 0 || Prose(path).SelectMany(text => text.Split('\n')).Where(line => line.StartsWith('#'))
            .Any(line => line.TrimStart('#').Trim().Replace(' ', '-') == Uri.UnescapeDataString(heading)));
    }

    private static IEnumerable<string> Prose(string file) =>
        Notebook.Read(file).Cells.Where(cell => cell.Kind == CellKind.Markdown).Select(cell => cell.Source);

    [GeneratedRegex(@"\]\((?<file>[0-9a-z-]+\.ipynb)(#(?<heading>[^)]+))?\)")]
    private static partial Regex Link();
}
