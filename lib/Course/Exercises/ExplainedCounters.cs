using Course.Measure.Counting;
using Course.Widgets;

namespace Course.Exercises;

/// <summary>Counters as a picture: a column for each table, and beside them what the chosen counter means and what its numbers say.</summary>
public static class ExplainedCounters
{
    /// <param name="tables">With two of them, a last column divides the first by the second.</param>
    public static ExplainedTable Of(string title, params IReadOnlyList<CounterTable> tables) =>
        new(title, CounterListing.Columns(tables), CounterListing.Rows(tables),
            string.Join("\n", tables.SelectMany(table => new[] { table.Source, table.Overhead }).Where(text => text.Length > 0).Distinct()));
}
