using System.Globalization;
using System.Text;
using System.Text.Json;
using Course.Exercises.Verdicts;
using Grading.Batch;

namespace Grading.Reports;

/// <summary>The verdicts as a table for spreadsheets (RFC 4180). A cell that a spreadsheet would take for a formula begins with an apostrophe.</summary>
internal static class CsvReport
{
    public static string Write(IReadOnlyList<GradedSubmission> graded)
    {
        var text = new StringBuilder("learner,exercise,status,points,out of,seconds,reason,sandbox\r\n");
        foreach (GradedSubmission each in graded)
        {
            string[] cells =
            [
                each.Learner, each.Exercise, JsonNamingPolicy.KebabCaseLower.ConvertName(each.Verdict.Status.ToString()),
                Number(each.Verdict.Points, "0.##"), Number(each.Verdict.OutOf, "0.##"), Number(each.Seconds, "0.0"), each.Verdict.Why, each.Verdict.Unsafe ? "no" : "yes",
            ];
            text.Append(string.Join(",", cells.Select(Cell))).Append("\r\n");
        }
        return text.ToString();
    }

    private static string Number(double value, string format) => value.ToString(format, CultureInfo.InvariantCulture);

    internal static string Cell(string text)
    {
        string clean = PlainText.Of(text);
        // Spreadsheets look behind leading spaces, and know wide forms of the same signs.
        string first = clean.TrimStart();
        bool formula = first.Length > 0 && (first[0] is '=' or '+' or '-' or '@' or '|' or '%' or '＝' or '＋' or '－' or '＠' || clean.Length != text.TrimStart().Length && text[0] is '\t' or '\r' or '\n');
        return $"\"{(formula ? "'" : "")}{clean.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}
