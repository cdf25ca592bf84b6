using System.Diagnostics;
using System.Runtime.CompilerServices;
using Course.Profile.Probing;
using Course.Profile.Tables;
using Display;

namespace Course.Profile.Calls;

/// <summary>
/// Which method takes the time, and which the memory: every call counted, own and total time, exact bytes, callers and callees.
/// The code is compiled once more with a probe at the start and the end of every method; what the probes cost is measured on this machine
/// and subtracted. A lambda of one expression, and everything that carries no probes, counts to the method that runs it.
/// </summary>
[TypeFormatterSource(typeof(DisplayableFormatters), PreferredMimeTypes = ["text/html", "text/plain"])]
public sealed class CallProfile : IDisplayable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(400);
    private const int MostRuns = 200, MostRows = 300;

    private CallProfile(string work, IReadOnlyList<ProfiledMethod> methods, IReadOnlyList<string> notes) => (Work, Methods, Notes) = (work, methods, notes);

    /// <summary>The profiled code, as it was written.</summary>
    public string Work { get; }

    /// <summary>Only methods that were called; the largest own time first.</summary>
    public IReadOnlyList<ProfiledMethod> Methods { get; }

    /// <summary>What the measuring cost, and what to know before believing the numbers.</summary>
    public IReadOnlyList<string> Notes { get; }

    /// <summary>A method by its name, with or without its type's.</summary>
    /// <exception cref="ProfileException">It was not called, or is not among the measured ones.</exception>
    public ProfiledMethod this[string name] => Methods.FirstOrDefault(method => method.Name == name)
        ?? Methods.FirstOrDefault(method => method.Name.EndsWith("." + name, StringComparison.Ordinal))
        ?? throw new ProfileException($"No call of '{name}' was measured. Called were: {string.Join(", ", Methods.Select(method => method.Name))}.");

    /// <summary>
    /// Profiles what a cell calls, e.g. <c>CallProfile.Of(() => Shop.Report())</c>. The work runs several times: as it is, to know what the
    /// probes cost; with probes, until it is warm, of which the fastest run is shown; and once more for the bytes.
    /// </summary>
    /// <param name="work">Calls methods that cells declare; it must not use local variables around it.</param>
    /// <param name="once">For work that cannot be repeated: one run, cold, whose probes also count the bytes and therefore cost more.</param>
    /// <exception cref="ProfileException">This is no cell of the course's kernel, or nothing in the call can be measured.</exception>
    public static CallProfile Of(Action work, bool once = false, [CallerArgumentExpression(nameof(work))] string code = "")
    {
        List<string> notes = [];
        var (probed, probes) = CellProgram.Compile(code, found => new CallProbes(found), notes);
        return Take(code, probed, once ? null : work, probes, notes);
    }

    /// <summary>Profiles a program of one file, which runs once.</summary>
    /// <param name="source">The file's text.</param>
    /// <exception cref="ProfileException">It does not compile, or has no method to measure.</exception>
    public static CallProfile OfProgram(string source, string name, IReadOnlyList<string> arguments)
    {
        List<string> notes = [];
        var probes = new CallProbes(notes);
        Action work = FileProgram.Compile(source, name, arguments, probes);
        return Take(name, work, null, probes, notes);
    }

    /// <summary>Scores a guess: where the guessed method stands, and which one really takes the most.</summary>
    public string Score(string guess)
    {
        ProfiledMethod guessed = this[guess], most = Methods[0];
        int rank = Methods.TakeWhile(method => method != guessed).Count() + 1;
        string place = $"{guessed.Name} takes {guessed.OwnShare:P0} of the time, place {rank} of {Methods.Count}";
        return rank == 1 ? $"You guessed {guess}, and it is: {place}." : $"You guessed {guess}: {place}. Most of the time goes to {most.Name}, {most.OwnShare:P0}.";
    }

    /// <summary>The rows as a table that its headings sort.</summary>
    public ProfileTable Table() => new($"Calls of {Work}",
        [
            new("method", ColumnKind.Text), new("calls", ColumnKind.Number, "how often it was called, exact"),
            new("own, ms", ColumnKind.Number, "time in its own code, without the measured methods that it calls"), new("own", ColumnKind.Share, "own time, of all"),
            new("total, ms", ColumnKind.Number, "from entry to exit, with everything it calls"), new("own bytes", ColumnKind.Number, "memory that its own code allocates, exact"),
        ],
        [.. Methods.Take(MostRows).Select(method => new TableRow(
        [
            method.Name, TableCell.Count(method.Calls), TableCell.Quantity(method.OwnMilliseconds), TableCell.Share(method.OwnShare),
            TableCell.Quantity(method.TotalMilliseconds), TableCell.Count(method.OwnBytes),
        ], Neighbours(method)))])
    { Notes = Notes, SortedBy = 2 };

    public MimeBundle ToBundle() => Table().ToBundle();

    public override string ToString() => Table().ToString();

    private static string Neighbours(ProfiledMethod method) =>
        $"called by {string.Join(", ", method.Callers)}{(method.Callees.Count > 0 ? $"; calls {string.Join(", ", method.Callees)}" : "")}";

    /// <param name="original">The same work without probes; null where everything may run once only.</param>
    private static CallProfile Take(string name, Action probed, Action? original, CallProbes probes, List<string> notes)
    {
        int count = probes.Methods.Count;
        if (count == 0)
            throw new ProfileException($"Nothing in '{name}' can be measured: it reaches no method with a body. {string.Join(' ', notes)}".TrimEnd());
        Counting counting = original is null ? Counting.Time | Counting.Bytes : Counting.Time;
        CallCosts costs = CallCosts.Measure(counting);
        (CallRecording times, int runs) = original is null ? (CallRecording.Run(probed, count, counting), 1) : Fastest(probed, count);
        CallRecording bytes = original is null ? times : CallRecording.Run(probed, count, Counting.Bytes);
        var rows = CallTable.Rows(probes.Methods, times.Sums(), bytes.Sums(), costs);
        notes.InsertRange(0, Overhead(times, runs, costs, rows, original));
        if (rows.Count > MostRows) notes.Add($"{rows.Count - MostRows} methods with less own time are left out of the table.");
        return new(name, rows, notes);
    }

    private static (CallRecording, int Runs) Fastest(Action work, int methods)
    {
        CallRecording? fastest = null;
        long start = Stopwatch.GetTimestamp();
        for (int runs = 1; ; runs++)
        {
            CallRecording run = CallRecording.Run(work, methods, Counting.Time);
            if (fastest is null || run.Elapsed < fastest.Elapsed) fastest = run;
            if (run.Thrown is not null || runs == MostRuns || Stopwatch.GetElapsedTime(start) > Patience) return (run.Thrown is null ? fastest : run, runs);
        }
    }

    private static IEnumerable<string> Overhead(CallRecording run, int runs, CallCosts costs, IReadOnlyList<ProfiledMethod> rows, Action? original)
    {
        long calls = rows.Sum(row => row.Calls);
        double with = run.Elapsed.TotalMilliseconds, subtracted = calls * costs.NanosecondsPerCall / 1e6;
        string without = original is not null && run.Thrown is null && Unprobed(original) is { } milliseconds ? $", without {TableCell.Quantity(milliseconds).Text} ms" : "";
        yield return $"With probes the work took {TableCell.Quantity(with).Text} ms{without}"
            + $"{(runs > 1 ? $" (each the fastest of its runs, {runs} with probes)" : "")}. A call's probes cost {costs.NanosecondsPerCall:N0} ns here, {TableCell.Quantity(subtracted).Text} ms for {calls:N0} calls; that is subtracted.";
        if (run.Threads > 1) yield return $"The calls came from {run.Threads} threads; times are summed over them.";
        if (run.Thrown is { } thrown) yield return $"The work threw {thrown.GetType().Name}: {thrown.Message} The table shows what ran until then.";
    }

    private static double? Unprobed(Action work)
    {
        double fastest = double.MaxValue;
        long start = Stopwatch.GetTimestamp();
        try
        {
            for (int runs = 0; runs < MostRuns && (runs == 0 || Stopwatch.GetElapsedTime(start) < Patience); runs++)
            {
                long begun = Stopwatch.GetTimestamp();
                work();
                fastest = Math.Min(fastest, Stopwatch.GetElapsedTime(begun).TotalMilliseconds);
            }
            return fastest;
        }
        catch (Exception thrown) when (thrown is not ThreadInterruptedException and not OperationCanceledException) { return null; }
    }
}
