using System.Globalization;

namespace Course.Measure.Counting;

/// <summary>Tables of counters side by side, each counter with what it means and what these numbers say.</summary>
public static class CounterListing
{
    /// <summary>The tables' labels as heads of columns, with their origin where all counts of a table share one; for two tables also their ratio.</summary>
    public static IEnumerable<string> Columns(params IReadOnlyList<CounterTable> tables)
    {
        IEnumerable<string> labels = tables.Select(table => Origins(table) is [var only] ? $"{table.Label} ({Word(only)})" : table.Label);
        return tables.Count == 2 ? labels.Append($"{tables[0].Label} / {tables[1].Label}") : labels;
    }

    /// <summary>One row for each counter that any table counts.</summary>
    public static IEnumerable<(string Name, IReadOnlyList<string> Cells, string Text)> Rows(params IReadOnlyList<CounterTable> tables) =>
        from definition in CounterDefinition.All
        where tables.Any(table => table.Value(definition.Kind) is not null)
        select (definition.Name, (IReadOnlyList<string>)[.. Cells(definition.Kind, tables)], Text(definition, tables));

    private static IEnumerable<string> Cells(CounterKind kind, IReadOnlyList<CounterTable> tables)
    {
        foreach (CounterTable table in tables)
            yield return Row(table, kind) is not { } row ? "-" : Origins(table).Length > 1 ? $"{row.Count} {Word(row.Origin)}" : row.Count;
        if (tables.Count == 2) yield return tables[0].Value(kind) / tables[1].Value(kind) is { } ratio and > 0 and < double.PositiveInfinity ? Ratio(ratio) : "-";
    }

    private static string Text(CounterDefinition definition, IReadOnlyList<CounterTable> tables)
    {
        List<string> sentences = [definition.Meaning];
        (string What, Func<CounterTable, string?> Of)? derived = definition.Kind switch
        {
            CounterKind.Cycles or CounterKind.Instructions => ("Instructions in each cycle", table => Ratio(table.InstructionsPerCycle())),
            CounterKind.CacheMisses => ("Share of the references", table => Share(table.CacheMissShare())),
            CounterKind.BranchMisses => ("Share of the branches", table => Share(table.BranchMissShare())),
            CounterKind.TaskClock or CounterKind.Elapsed => ("Processors in use", table => Ratio(table.CpusUsed())),
            _ => null,
        };
        if (derived is { } figure && tables.Select(table => (table.Label, Text: figure.Of(table))).Where(one => one.Text is not null).ToArray() is { Length: > 0 } known)
            sentences.Add($"{figure.What}: {string.Join(", ", known.Select(one => $"{one.Label} {one.Text}"))}.");
        if (tables.Count == 2 && tables[0].Value(definition.Kind) / tables[1].Value(definition.Kind) is { } ratio and > 0 and < double.PositiveInfinity)
            sentences.Add(ratio >= 1 ? $"{tables[0].Label} has {Ratio(ratio)} times as many as {tables[1].Label}." : $"{tables[1].Label} has {Ratio(1 / ratio)} times as many as {tables[0].Label}.");
        if (tables.Count == 2 && tables.Where(table => table.Value(definition.Kind) == 0).ToArray() is [{ } none] && tables.All(table => table.Value(definition.Kind) is not null))
            sentences.Add($"{none.Label} has none, so there is no ratio.");
        foreach (var noted in tables.Select(table => (table.Label, Row: Row(table, definition.Kind))).Where(one => one.Row is { Note.Length: > 0 }).GroupBy(one => (one.Row!.Value.Origin, one.Row.Value.Note)))
            sentences.Add($"{string.Join(", ", noted.Select(one => one.Label))}: {Word(noted.Key.Origin)}, {noted.Key.Note}.");
        return string.Join("\n", sentences);
    }

    private static CounterRow? Row(CounterTable table, CounterKind kind) =>
        table.Where(row => row.Kind == kind && row.Value() is not null).Select(row => (CounterRow?)row).FirstOrDefault();

    private static CounterOrigin[] Origins(CounterTable table) => [.. table.Where(row => row.Value() is not null).Select(row => row.Origin).Distinct()];

    internal static string Word(CounterOrigin origin) => origin == CounterOrigin.NotCounted ? "not counted" : origin.ToString().ToLowerInvariant();

    private static string? Ratio(double? ratio) => ratio is { } value ? Ratio(value) : null;

    private static string Ratio(double ratio) => ratio.ToString(ratio < 0.1 ? "G2" : ratio < 10 ? "0.00" : ratio < 100 ? "0.0" : "N0", CultureInfo.InvariantCulture);

    private static string? Share(double? share) => share?.ToString("0.0 %", CultureInfo.InvariantCulture);
}
