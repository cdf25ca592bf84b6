using System.Globalization;
using System.Text;

namespace Course.Profile.Sampling;

/// <summary>A profile as lines of text, for terminals and for pages that run no scripts.</summary>
public static class ProfileText
{
    private const int MethodsShown = 15, ThreadsShown = 10;

    public static string Write(SamplingProfile profile)
    {
        var text = new StringBuilder($"{profile.Title}: {profile.Summary}\n\n");
        text.AppendLine("  own %  total %      own     total  method").AppendLine("------- -------- -------- ---------  ------");
        foreach (MethodTime method in profile.Methods.Take(MethodsShown).Where(method => method.Total > TimeSpan.Zero))
            text.AppendLine(Line(method, profile.Running));
        text.AppendLine().AppendLine("     ran    waited  on a processor  thread").AppendLine("-------- ---------  --------------  ------");
        foreach (ThreadTime thread in profile.Threads.Take(ThreadsShown))
            text.AppendLine(CultureInfo.InvariantCulture, $"{Seconds(thread.Running),8} {Seconds(thread.Waiting),9}  {(thread.Processor is { } ran ? Seconds(ran) : "?"),14}  {thread.Id} {thread.Name}");
        if (profile.Threads.Count > ThreadsShown) text.AppendLine(CultureInfo.InvariantCulture, $"and {profile.Threads.Count - ThreadsShown} more threads");
        text.AppendLine().Append("Cost: ").Append(profile.Overhead).Append('.');
        foreach (string note in profile.Notes) text.Append('\n').Append(note);
        return text.ToString();
    }

    /// <summary>One row of the table of methods.</summary>
    public static string Line(MethodTime method, TimeSpan running) => string.Create(CultureInfo.InvariantCulture,
        $"{Share(method.Own, running),7} {Share(method.Total, running),8} {Seconds(method.Own),8} {Seconds(method.Total),9}  {method.Method}{(method.HotLine is { } line ? $" ({line})" : "")}");

    private static string Share(TimeSpan part, TimeSpan whole) => whole > TimeSpan.Zero ? (part / whole).ToString("0.0%", CultureInfo.InvariantCulture) : "-";

    private static string Seconds(TimeSpan time) => time.TotalSeconds.ToString("0.00", CultureInfo.InvariantCulture) + " s";
}
