using Course.Profile.Sampling;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Cli.Profiling;

/// <summary>The methods of a live profile, redrawn once a second in a terminal.</summary>
internal static class TopView
{
    private const int LeastRows = 5, OtherLines = 9;

    /// <summary>Returns when the time is over, the process has ended or <paramref name="stop"/> is set.</summary>
    public static void Show(int processId, double seconds, CancellationToken stop)
    {
        using LiveProfile live = LiveProfile.Start(processId);
        DateTime end = DateTime.UtcNow.AddSeconds(seconds);
        AnsiConsole.Live(new Text("waiting for the first samples")).Start(context =>
        {
            while (!live.Ended.IsCompleted && DateTime.UtcNow < end && !stop.IsCancellationRequested)
            {
                Task.WaitAny([live.Ended], 1000, CancellationToken.None);
                SamplingProfile profile = live.Next();
                if (profile.Samples > 0) context.UpdateTarget(Draw(profile, Math.Max(LeastRows, AnsiConsole.Profile.Height - OtherLines)));
            }
        });
        if (live.Ended.IsCompleted) AnsiConsole.WriteLine($"Process {processId} has ended.");
    }

    public static IRenderable Draw(SamplingProfile profile, int rows)
    {
        var table = new Table().Border(TableBorder.Simple).Expand();
        foreach (string heading in new[] { "own %", "total %", "own ms", "waiting ms" }) table.AddColumn(new TableColumn(heading).RightAligned().NoWrap());
        table.AddColumn(new TableColumn("method (line)").NoWrap());
        double all = Math.Max(profile.Overhead.Duration.TotalMilliseconds, 1);
        foreach (MethodTime method in profile.Methods.Take(rows))
            table.AddRow(new Text($"{method.Own.TotalMilliseconds / all:0.0%}"), new Text($"{method.Total.TotalMilliseconds / all:0.0%}"), new Text($"{method.Own.TotalMilliseconds:0}"),
                new Text($"{method.Waiting.TotalMilliseconds:0}"), new Text(method.Method + (method.HotLine is { } line ? $" ({line})" : "")) { Overflow = Overflow.Ellipsis });
        int running = profile.Threads.Count(thread => thread.Running > thread.Waiting);
        return new Rows(
            new Text($"{profile.Title}: {profile.Samples} samples in the last {all / 1000:0.0} s; {profile.Threads.Count} threads, {running} running. Shares are of one processor. Ctrl+C ends."),
            table,
            new Text($"Cost: {profile.Overhead.Brief}. Samples fall on safepoints: a short method without a loop or call counts for its caller."));
    }
}
