using System.Text;

namespace Course.Exercises.Verdicts;

/// <summary>A verdict for terminals, logs and readers who see no pictures.</summary>
public static class VerdictText
{
    public static string Write(Verdict verdict)
    {
        var text = new StringBuilder();
        text.AppendLine($"{verdict.Title}: {Say(verdict.Status)}{(verdict.OutOf > 0 ? $", {verdict.Points:0.##} of {verdict.OutOf:0.##} points" : "")}");
        if (verdict.Criteria.Count > 0) WriteTable(text.AppendLine(), verdict);
        if (verdict.Reason.Length > 0) text.AppendLine();
        foreach (string line in verdict.Reason.Split('\n', StringSplitOptions.RemoveEmptyEntries)) text.AppendLine(PlainText.Of(line).TrimEnd());
        if (verdict.Smallest is { } smallest) WriteCase(text.AppendLine(), smallest);
        if (verdict.Unsafe) text.AppendLine().AppendLine("Judged without a sandbox.");
        if (verdict.Next.Length > 0) text.AppendLine().AppendLine($"Next: {PlainText.Of(verdict.Next)}");
        return text.ToString().TrimEnd();
    }

    public static string Say(VerdictStatus status) => status switch
    {
        VerdictStatus.Pass => "passed",
        VerdictStatus.Partial => "partly earned",
        VerdictStatus.Fail => "not yet",
        VerdictStatus.CompileError => "does not compile",
        VerdictStatus.Timeout => "took too long",
        VerdictStatus.Crash => "crashed",
        VerdictStatus.Flagged => "flagged",
        VerdictStatus.Inconclusive => "inconclusive",
        _ => "missing",
    };

    public static string Say(Outcome outcome) => outcome switch
    {
        Outcome.Earned => "yes",
        Outcome.Partly => "partly",
        Outcome.Missed => "no",
        Outcome.Inconclusive => "open",
        _ => "not judged",
    };

    private static void WriteTable(StringBuilder text, Verdict verdict)
    {
        string[][] rows =
        [
            ["criterion", "earned", "got", "wanted", "points"],
            .. verdict.Criteria.Select(each => new[] { each.Name, Say(each.Outcome), PlainText.Of(each.Got), PlainText.Of(each.Wanted), Points(each) }),
        ];
        int[] widths = [.. Enumerable.Range(0, rows[0].Length).Select(column => rows.Max(row => row[column].Length))];
        foreach (string[] row in rows)
            text.AppendLine(string.Join("  ", row.Select((cell, column) => cell.PadRight(widths[column]))).TrimEnd());
    }

    /// <summary>An open criterion's points leave the denominator, so they stand in parentheses.</summary>
    public static string Points(CriterionResult result) =>
        result.Outcome == Outcome.Inconclusive ? $"(of {result.OutOf:0.##})" : $"{result.Points:0.##} of {result.OutOf:0.##}";

    private static void WriteCase(StringBuilder text, FailingCase smallest)
    {
        text.AppendLine($"Smallest wrong case: {PlainText.Of(smallest.Description)}");
        text.AppendLine($"  call      {PlainText.Of(smallest.Input)}");
        text.AppendLine($"  expected  {PlainText.Of(smallest.Expected)}");
        text.AppendLine($"  got       {PlainText.Of(smallest.Actual)}");
        if (smallest.Place.Length > 0) text.AppendLine($"  first at  {PlainText.Of(smallest.Place)}");
    }
}
