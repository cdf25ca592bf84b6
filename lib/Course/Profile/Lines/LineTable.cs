using System.Diagnostics;
using Course.Profile.Probing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Course.Profile.Lines;

/// <summary>Turns ticks into the lines of a source: takes the probes' cost out and joins the time runs with the byte run.</summary>
internal static class LineTable
{
    /// <param name="runs">Of the same work; runs that went another way through the method than the last one do not count.</param>
    public static IReadOnlyList<ProfiledLine> Rows(LineProbes probes, IReadOnlyList<LineRecording> runs, LineRecording bytes, LineCosts costs)
    {
        LineSums[][] sums = [.. runs.Select(run => run.Sums())];
        LineSums[] last = sums[^1], space = bytes.Sums();
        LineSums[][] alike = [.. sums.Where(run => run.Zip(last).All(pair => pair.First.Hits == pair.Second.Hits))];
        double[] milliseconds = [.. Enumerable.Range(1, probes.Lines.Count).Select(slot =>
            Math.Max(0, alike.Min(run => run[slot].Ticks - run[slot].Stretches * costs.TicksPerProbe)) * 1000 / Stopwatch.Frequency)];
        double all = milliseconds.Sum();
        var slots = probes.Lines.Index().ToDictionary(slot => slot.Item, slot => slot.Index);
        return [.. Sources(probes).Select(line => !slots.TryGetValue(line.Number, out int slot) ? new ProfiledLine(line.Number, line.Text, 0, 0, 0, 0)
            : new ProfiledLine(line.Number, line.Text, last[slot + 1].Hits, milliseconds[slot], all > 0 ? milliseconds[slot] / all : 0, space[slot + 1].Bytes))];
    }

    /// <summary>The lines of every measured declaration, as far to the left as the least indented of them allows.</summary>
    private static IEnumerable<(int Number, string Text)> Sources(LineProbes probes)
    {
        SourceText text = probes.Found[0].SyntaxTree.GetText();
        var lines = probes.Found.SelectMany(declaration =>
        {
            int first = text.Lines.GetLineFromPosition(declaration.SpanStart).LineNumber, last = text.Lines.GetLineFromPosition(declaration.Span.End).LineNumber;
            return Enumerable.Range(first, last - first + 1);
        }).Distinct().Select(index => (Number: index + 1, Text: text.Lines[index].ToString().TrimEnd())).ToList();
        int indent = lines.Where(line => line.Text.Length > 0).Min(line => line.Text.Length - line.Text.TrimStart().Length);
        return lines.Select(line => (line.Number, line.Text.Length > indent ? line.Text[indent..] : ""));
    }
}
