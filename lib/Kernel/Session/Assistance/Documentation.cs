using System.Text;
using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;
using Kernel.Session.Compiling;
using Microsoft.CodeAnalysis;

namespace Kernel.Session.Assistance;

/// <summary>
/// Documentation comments as plain sentences. Those of assemblies are searched as bytes in the XML files beside them (for the
/// framework, in the SDK's reference pack): a few milliseconds over 30 MB, where loading the files would cost seconds and memory.
/// </summary>
internal sealed partial class Documentation(Func<ReferenceSet> references)
{
    private static readonly Lazy<string[]> FrameworkFiles = new(FindFrameworkFiles);

    /// <summary>Summary, parameters, result and exceptions, a paragraph each; empty where nothing is documented.</summary>
    public IReadOnlyList<string> Of(ISymbol symbol)
    {
        ISymbol original = symbol is IMethodSymbol { ReducedFrom: { } extension } ? extension : symbol;
        string? xml = original.Locations.Any(location => location.IsInSource)
            ? original.GetDocumentationCommentXml()
            : original.OriginalDefinition.GetDocumentationCommentId() is { } id ? Find(id) : null;
        if (string.IsNullOrEmpty(xml)) return [];
        try { return Paragraphs(XElement.Parse(xml)); }
        catch (XmlException) { return []; }
    }

    private string? Find(string id)
    {
        byte[] wanted = Encoding.UTF8.GetBytes($"<member name=\"{id}\">");
        IEnumerable<string> beside = references().Files.Select(file => Path.ChangeExtension(file, ".xml")).Where(File.Exists);
        return beside.Concat(FrameworkFiles.Value).Select(file => FindIn(file, wanted)).FirstOrDefault(found => found is not null);
    }

    private static string? FindIn(string file, byte[] wanted)
    {
        byte[] text = File.ReadAllBytes(file);
        int start = text.AsSpan().IndexOf(wanted);
        if (start < 0) return null;
        ReadOnlySpan<byte> end = "</member>"u8;
        int length = text.AsSpan(start).IndexOf(end);
        return length < 0 ? null : Encoding.UTF8.GetString(text, start, length + end.Length);
    }

    private static string[] FindFrameworkFiles()
    {
        string packs = Path.GetFullPath(Path.Combine(CellLoadContext.FrameworkFolder, "../../../packs/Microsoft.NETCore.App.Ref"));
        if (!Directory.Exists(packs)) return [];
        string? newest = Directory.GetDirectories(packs).OrderBy(path => Version.TryParse(Path.GetFileName(path), out Version? version) ? version : new()).LastOrDefault();
        string folder = Path.Combine(newest ?? packs, "ref", $"net{Environment.Version.Major}.0");
        // The files that are asked for most come first.
        string[] first = ["System.Runtime.xml", "System.Collections.xml", "System.Linq.xml", "System.Console.xml"];
        return !Directory.Exists(folder) ? [] : [.. Directory.GetFiles(folder, "*.xml").OrderBy(path => Array.IndexOf(first, Path.GetFileName(path)) is >= 0 and var rank ? rank : first.Length)];
    }

    private static List<string> Paragraphs(XElement member)
    {
        List<string> text = [.. member.Elements("summary").Select(Sentence)];
        text.AddRange(member.Elements("param").Select(parameter => $"{parameter.Attribute("name")?.Value}: {Sentence(parameter)}"));
        text.AddRange(member.Elements("returns").Select(returned => $"Returns: {Sentence(returned)}"));
        text.AddRange(member.Elements("exception").Select(thrown => $"Throws {LastName(thrown.Attribute("cref")?.Value ?? "")}: {Sentence(thrown)}"));
        return [.. text.Where(paragraph => paragraph.AsSpan().Trim().Length > 0)];
    }

    private static string Sentence(XElement element) => Spaces().Replace(string.Concat(element.Nodes().Select(Text)), " ").Trim();

    private static string Text(XNode node) => node switch
    {
        XText text => text.Value,
        XElement reference when reference.IsEmpty => LastName((reference.Attribute("cref") ?? reference.Attribute("langword") ?? reference.Attribute("name"))?.Value ?? ""),
        XElement element => string.Concat(element.Nodes().Select(Text)),
        _ => "",
    };

    private static string LastName(string reference)
    {
        string name = reference.Split('(')[0];
        return name[(name.LastIndexOf('.') + 1)..].Replace("T:", "", StringComparison.Ordinal).Split('`')[0];
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
