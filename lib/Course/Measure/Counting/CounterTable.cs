using System.Collections;
using System.Text;

namespace Course.Measure.Counting;

/// <summary>
/// What was counted for one piece of work, one row for each counter, with where the counts come from. A notebook shows it as a table.
/// </summary>
public sealed class CounterTable : IReadOnlyList<CounterRow>
{
    private readonly CounterRow[] _rows;

    public CounterTable(string label, string source, IEnumerable<CounterRow> rows, string remedy = "") =>
        (Label, Source, Remedy, _rows) = (label, source, remedy, [.. rows]);

    /// <summary>What was counted, e.g. "flat bytes".</summary>
    public string Label { get; }

    /// <summary>The machine and its settings, or who published the counts.</summary>
    public string Source { get; }

    /// <summary>What to do about rows without a count; empty when nothing is missing.</summary>
    public string Remedy { get; }

    /// <summary>What counting itself adds: the counts of a run that does nothing; empty for counts that were not measured.</summary>
    public string Overhead { get; init; } = "";

    public int Count => _rows.Length;

    public CounterRow this[int index] => _rows[index];

    /// <summary>The count of the first row of that kind that has one; null when none has.</summary>
    public double? Value(CounterKind kind) => _rows.Where(row => row.Kind == kind).Select(row => row.Value()).FirstOrDefault(value => value is not null);

    /// <summary>Above 2 the core is busy computing, below 1 it mostly waits.</summary>
    public double? InstructionsPerCycle() => Value(CounterKind.Instructions) / Value(CounterKind.Cycles);

    /// <summary>The share of requests to the last cache that memory had to answer.</summary>
    public double? CacheMissShare() => Value(CounterKind.CacheMisses) / Value(CounterKind.CacheReferences);

    /// <summary>The share of jumps that were guessed wrong.</summary>
    public double? BranchMissShare() => Value(CounterKind.BranchMisses) / Value(CounterKind.Branches);

    /// <summary>Processor time over elapsed time.</summary>
    public double? CpusUsed() => Value(CounterKind.TaskClock) / Value(CounterKind.Elapsed);

    /// <summary>The table with more rows, before its own of the same counter and origin; rows that could not be counted give way to theirs.</summary>
    public CounterTable With(params IEnumerable<CounterRow> rows)
    {
        CounterRow[] added = [.. rows];
        var kept = _rows.Where(row => row.Value() is not null || !added.Any(one => one.Kind == row.Kind));
        return new CounterTable(Label, Source, added.Concat(kept).OrderBy(row => row.Kind).ThenBy(row => row.Origin), Remedy) { Overhead = Overhead };
    }

    public IEnumerator<CounterRow> GetEnumerator() => ((IEnumerable<CounterRow>)_rows).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    public override string ToString()
    {
        var text = new StringBuilder(Label).AppendLine();
        int width = _rows.Select(row => row.Count.Length).DefaultIfEmpty().Max();
        foreach (CounterRow row in _rows)
            text.AppendLine($"  {row.Count.PadLeft(width)}  {row.Counter,-16}  {CounterListing.Word(row.Origin),-11}  {row.Note}".TrimEnd());
        text.Append(Source);
        if (Overhead.Length > 0) text.AppendLine().Append(Overhead);
        return Remedy.Length > 0 ? text.AppendLine().Append(Remedy).ToString() : text.ToString();
    }
}
