using System.Security.Cryptography;
using System.Text;
using Course.Exercises.Verdicts;
using Grading.Batch;

namespace Grading.Reports;

/// <summary>What one learner reads: a verdict for each exercise. The page needs no other file and runs no script.</summary>
internal static class FeedbackPage
{
    private const int LongestName = 40;

    /// <summary>A file name from a learner's name: letters and digits of ASCII, and a hash that tells apart what that leaves equal.</summary>
    public static string FileName(string learner)
    {
        string plain = string.Concat(learner.Where(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_').Take(LongestName));
        return $"{plain}-{Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(learner)))[..10].ToLowerInvariant()}.html";
    }

    public static string Write(string learner, GradingRun run, IReadOnlyList<GradedSubmission> graded)
    {
        var body = new StringBuilder($"<h1>{VerdictHtml.Text(learner)}</h1>\n<p>{graded.Count(each => each.Verdict.Status == VerdictStatus.Pass)} of {graded.Count} exercises pass, ")
            .Append($"{graded.Sum(each => each.Verdict.Points):0.##} of {graded.Sum(each => each.Verdict.OutOf):0.##} points.</p>\n");
        foreach (GradedSubmission each in graded.Where(each => !each.Untouched && each.Verdict.Status != VerdictStatus.Missing)) body.Append($"<section class=\"{each.Verdict.Status}\">{VerdictHtml.Write(each.Verdict)}</section>\n");
        GradedSubmission[] untouched = [.. graded.Where(each => each.Untouched)];
        if (untouched.Length > 0)
            body.Append($"<section><p><strong>Not begun.</strong> The starter as it was.</p><ul>{string.Concat(untouched.Select(each => $"<li>{VerdictHtml.Text(each.Verdict.Title)}: {each.Verdict.Points:0.##} of {each.Verdict.OutOf:0.##} points</li>"))}</ul></section>\n");
        GradedSubmission[] missing = [.. graded.Where(each => each.Verdict.Status == VerdictStatus.Missing)];
        foreach (var reason in missing.GroupBy(each => each.Verdict.Reason))
            body.Append($"<section><p><strong>Missing.</strong> {VerdictHtml.Text(reason.Key)}</p><ul>{string.Concat(reason.Select(each => $"<li>{VerdictHtml.Text(each.Verdict.Title)}</li>"))}</ul></section>\n");
        return Page(learner, run, body.ToString());
    }

    public static string Page(string title, GradingRun run, string body) => $$"""
        <!doctype html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">
        <title>{{VerdictHtml.Text(title)}}</title>
        <style>
        :root { color-scheme: light dark; }
        body { font: 1rem/1.5 system-ui, sans-serif; max-width: 52rem; margin: 0 auto; padding: 1rem; background: light-dark(#fcfbf8, #16181c); color: light-dark(#22252a, #e3e1db); overflow-wrap: anywhere; }
        section { border-top: 1px solid light-dark(#dedad0, #343942); padding: .5rem 0; }
        table { border-collapse: collapse; margin: .5rem 0; overflow-wrap: normal; }
        td code, td a { overflow-wrap: anywhere; }
        th, td { text-align: left; padding: .2rem .8rem .2rem 0; vertical-align: top; border-bottom: 1px solid light-dark(#dedad0, #343942); }
        svg { max-width: 100%; height: auto; }
        a { color: light-dark(#0a6570, #6ccbd3); }
        .verdict { overflow-x: auto; }
        @media (max-width: 32em) { td, th { font-size: .85em; } }
        </style>
        </head>
        <body>
        {{body}}
        <p><small>Graded {{run.Started:yyyy-MM-dd}}{{(run.Unsafe ? ", without a sandbox" : "")}}.</small></p>
        </body>
        </html>

        """;
}
