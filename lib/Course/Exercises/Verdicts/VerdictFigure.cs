using Course.Charts;

namespace Course.Exercises.Verdicts;

/// <summary>The picture under a verdict: what is wrong around the first wrong pixel, or how far off the first missed criterion is.</summary>
public static class VerdictFigure
{
    /// <summary>Null where there is nothing to draw.</summary>
    public static Figure? Of(Verdict verdict)
    {
        // A picture of one pixel shows no more than its two values do.
        if (verdict.Smallest is { Difference: { Count: > 0 } rows }) return rows.Count > 1 || rows[0].Count > 1 ? Wrong(rows) : null;
        return verdict.Criteria.FirstOrDefault(each => each is { Outcome: Outcome.Missed or Outcome.Partly, Value: not null, Limit: not null }) is { } missed
            ? Chart.Bars($"{verdict.Title}: {missed.Name}", Unit(missed), ("yours", Shown(missed.Name, missed.Value!.Value)), ("wanted", Shown(missed.Name, missed.Limit!.Value)))
            : null;
    }

    private static Figure Wrong(IReadOnlyList<IReadOnlyList<double>> rows)
    {
        var values = new double[rows.Count, rows[0].Count];
        for (int y = 0; y < rows.Count; y++)
            for (int x = 0; x < rows[y].Count && x < rows[0].Count; x++) values[y, x] = rows[y][x];
        return Chart.HeatMap("Expected minus yours, around the first wrong value", "column", "row", "difference", values);
    }

    /// <summary>Ratios with the one digit that the table gives them.</summary>
    private static double Shown(string criterion, double value) => criterion == "speed" ? Math.Round(value, 1) : value;

    private static string Unit(CriterionResult result) => result.Name switch
    {
        "speed" => "times as fast as the naive form",
        "allocation" => "bytes",
        "concurrency" => "at once",
        var name => name,
    };
}
