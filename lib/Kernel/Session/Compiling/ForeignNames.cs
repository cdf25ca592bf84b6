using Microsoft.CodeAnalysis;

namespace Kernel.Session.Compiling;

/// <summary>Names that notebooks made for .NET Interactive may use and this kernel does not have: says so, and what does it instead.</summary>
internal static class ForeignNames
{
    private static readonly Dictionary<string, string> Instead = new(StringComparer.Ordinal)
    {
        ["Microsoft.DotNet.Interactive"] = "display, HTML, Javascript, CSS and GetInput need no using here; #!help lists what there is",
        ["Formatter"] = "give your type a formatter attribute named TypeFormatterSource, or show HTML(text) or \"text\".DisplayAs(\"text/html\")",
        ["PocketView"] = "build the markup as text and show HTML(text)",
        ["PocketViewTags"] = "build the markup as text and show HTML(text)",
        ["Kernel.Root"] = "cells call C# methods; code of other languages stands in cells of its own",
        ["Kernel.GetInputAsync"] = "write GetInput(prompt) or Console.ReadLine()",
        ["Kernel.GetPasswordAsync"] = "write GetPassword(prompt)",
        ["KernelInvocationContext"] = "CancellationToken, display and ClearOutput are there in every cell",
        ["LaTeXString"] = "write \"…\".DisplayAs(\"text/latex\")",
        ["MathString"] = "write \"$…$\".DisplayAs(\"text/latex\")",
        ["XPlot"] = "the course's Chart draws bars, lines, points and heat maps as Plotly figures",
    };

    /// <summary>A sentence for each such name that stands where the compiler found an unknown one.</summary>
    public static IEnumerable<string> Hints(IEnumerable<Diagnostic> errors) => errors
        .Where(error => error.Id is "CS0103" or "CS0234" or "CS0246" && error.Location.SourceTree is not null)
        .SelectMany(error =>
        {
            string text = error.Location.SourceTree!.ToString();
            int start = error.Location.SourceSpan.Start;
            // An error stands on the part of a dotted name that is unknown; the name begins before it and goes on behind.
            while (start > 0 && IsInName(text[start - 1])) start--;
            int end = error.Location.SourceSpan.End;
            while (end < text.Length && IsInName(text[end])) end++;
            string name = text[start..end] + ".";
            return Instead.Where(known => name.StartsWith(known.Key + ".", StringComparison.Ordinal) || name.StartsWith(known.Key + "<", StringComparison.Ordinal));
        })
        .Distinct()
        .Select(known => $"{known.Key} belongs to .NET Interactive and is not part of this kernel: {known.Value}.");

    private static bool IsInName(char c) => char.IsLetterOrDigit(c) || c is '_' or '.';
}
