using System.Diagnostics;
using System.Runtime.CompilerServices;
using Course.Profile.Probing;
using Course.Profile.Tables;
using Display;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Course.Profile.Lines;

/// <summary>
/// Where inside one method the time and the memory go: hits, time, share, time per hit and exact bytes of every line, on its source.
/// The method is compiled once more with a probe before every statement; what a probe costs is measured on this machine and subtracted.
/// A statement stands on the line where it begins, with everything that it calls. Async methods and iterators are not measured.
/// </summary>
[TypeFormatterSource(typeof(DisplayableFormatters), PreferredMimeTypes = ["text/html", "text/plain"])]
public sealed class LineProfile : IDisplayable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(600);
    private const int MostRuns = 200;

    private LineProfile(string method, IReadOnlyList<ProfiledLine> lines, IReadOnlyList<string> notes) => (Method, Lines, Notes) = (method, lines, notes);

    public string Method { get; }

    /// <summary>Every line of the method, in the order of the source.</summary>
    public IReadOnlyList<ProfiledLine> Lines { get; }

    /// <summary>What the measuring cost, and what to know before believing the numbers.</summary>
    public IReadOnlyList<string> Notes { get; }

    /// <summary>The first line whose text contains the given one.</summary>
    /// <exception cref="ProfileException">There is none.</exception>
    public ProfiledLine this[string text] => Lines.Where(line => line.Source.Contains(text, StringComparison.Ordinal)) is var found && found.Any() ? found.First()
        : throw new ProfileException($"No line of {Method} contains '{text}'.");

    /// <summary>
    /// Profiles a method that cells declare, e.g. <c>LineProfile.Of(() => Shop.Total(orders))</c>, or, named first, one that the call
    /// reaches: <c>LineProfile.Of("Price", () => Shop.Total(orders))</c>. The work runs several times, until it is warm; each line shows
    /// its fastest run, and one more run counts the bytes.
    /// </summary>
    /// <param name="method">Its name, with or without its type's.</param>
    /// <param name="once">For work that cannot be repeated: one run, cold, whose probes also count the bytes and therefore cost more.</param>
    /// <exception cref="ProfileException">This is no cell of the course's kernel, or cells do not declare the method.</exception>
    public static LineProfile Of(string method, Action work, bool once = false, [CallerArgumentExpression(nameof(work))] string code = "")
    {
        List<string> notes = [];
        var (probed, probes) = CellProgram.Compile(code, found => new LineProbes(method, found), notes);
        return Take(method, probed, probes, notes, once);
    }

    /// <inheritdoc cref="Of(string, Action, bool, string)"/>
    public static LineProfile Of(Action work, bool once = false, [CallerArgumentExpression(nameof(work))] string code = "") => Of(CalledBy(code), work, once, code);

    /// <summary>Profiles a method of a program of one file, which runs once.</summary>
    /// <param name="source">The file's text.</param>
    /// <exception cref="ProfileException">It does not compile, or has no such method.</exception>
    public static LineProfile OfProgram(string source, string name, string method, IReadOnlyList<string> arguments)
    {
        List<string> notes = [];
        var probes = new LineProbes(method, notes);
        return Take(method, FileProgram.Compile(source, name, arguments, probes), probes, notes, once: true);
    }

    /// <summary>The source with its numbers beside it; its headings sort it.</summary>
    public ProfileTable Table() => new($"Lines of {Method}",
        [
            new("line", ColumnKind.Number), new("hits", ColumnKind.Number, "how often the line began, exact"), new("time", ColumnKind.Share, "of the method's time"),
            new("source", ColumnKind.Code), new("ms", ColumnKind.Number, "milliseconds, with everything the line calls"), new("ns/hit", ColumnKind.Number, "nanoseconds for each hit"),
            new("bytes", ColumnKind.Number, "memory allocated by the line and what it calls, exact"),
        ],
        [.. Lines.Select(line => new TableRow(line.Hits == 0
            ? [TableCell.Count(line.Number), "", "", line.Source, "", "", ""]
            : [TableCell.Count(line.Number), TableCell.Count(line.Hits), TableCell.Share(line.Share), line.Source, TableCell.Quantity(line.Milliseconds),
                TableCell.Quantity(line.NanosecondsPerHit), TableCell.Count(line.Bytes)]))])
    { Notes = Notes };

    public MimeBundle ToBundle() => Table().ToBundle();

    public override string ToString() => Table().ToString();

    private static string CalledBy(string code)
    {
        SyntaxNode root = CSharpSyntaxTree.ParseText(code, new CSharpParseOptions(kind: SourceCodeKind.Script)).GetRoot();
        ExpressionSyntax? called = root.DescendantNodes().OfType<InvocationExpressionSyntax>().FirstOrDefault()?.Expression
            ?? root.DescendantNodes().OfType<ExpressionSyntax>().FirstOrDefault();
        return called switch
        {
            MemberAccessExpressionSyntax member => member.Name.Identifier.Text,
            SimpleNameSyntax name => name.Identifier.Text,
            _ => throw new ProfileException($"'{code}' calls no method. Name one: LineProfile.Of(\"Total\", {code})."),
        };
    }

    private static LineProfile Take(string method, Action probed, LineProbes probes, List<string> notes, bool once)
    {
        if (probes.Lines.Count == 0)
            throw new ProfileException(probes.Found.Count > 0 ? string.Join(' ', notes)
                : $"The call reaches no method '{method}' that a cell declares; of the library's methods the source is not at hand.");
        int count = probes.Lines.Count;
        Counting counting = once ? Counting.Time | Counting.Bytes : Counting.Time;
        LineCosts costs = LineCosts.Measure(counting);
        List<LineRecording> runs = Repeat(probed, count, counting, once);
        LineRecording bytes = once ? runs[0] : LineRecording.Run(probed, count, Counting.Bytes);
        var lines = LineTable.Rows(probes, runs, bytes, costs);
        notes.InsertRange(0, Overhead(runs, costs));
        return new(ProbedBodies.NameOf(probes.Found[0]), lines, notes);
    }

    private static List<LineRecording> Repeat(Action work, int lines, Counting counting, bool once)
    {
        List<LineRecording> runs = [];
        long start = Stopwatch.GetTimestamp();
        do runs.Add(LineRecording.Run(work, lines, counting));
        while (!once && runs[^1].Thrown is null && runs.Count < MostRuns && Stopwatch.GetElapsedTime(start) < Patience);
        return runs;
    }

    private static IEnumerable<string> Overhead(List<LineRecording> runs, LineCosts costs)
    {
        LineRecording fastest = runs.MinBy(run => run.Elapsed)!;
        long probes = fastest.Sums().Sum(line => line.Stretches);
        yield return $"With probes the work took {TableCell.Quantity(fastest.Elapsed.TotalMilliseconds).Text} ms{(runs.Count > 1 ? $" (the fastest of {runs.Count} runs; each line shows its fastest run)" : "")}. "
            + $"A probe costs {costs.NanosecondsPerProbe:N0} ns here, {TableCell.Quantity(probes * costs.NanosecondsPerProbe / 1e6).Text} ms for {probes:N0} of them; that is subtracted.";
        if (fastest.Threads > 1) yield return $"The method ran on {fastest.Threads} threads; times are summed over them.";
        if (runs[^1].Thrown is { } thrown) yield return $"The work threw {thrown.GetType().Name}: {thrown.Message} The table shows what ran until then.";
    }
}
