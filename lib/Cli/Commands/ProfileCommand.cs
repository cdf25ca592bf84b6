using System.CommandLine;
using Cli.Profiling;
using Course.Profile;
using Course.Profile.Sampling;
using Spectre.Console;

namespace Cli.Commands;

/// <summary><c>course profile --pid N</c>: where a running .NET process spends its time.</summary>
internal static class ProfileCommand
{
    public static Command Create()
    {
        var pid = new Option<int>("--pid", "-p") { Description = "The process, as \"course ps\" lists it.", Required = true, HelpName = "N" };
        var seconds = new Option<double?>("--seconds", "-s") { Description = "How long: 10 unless stated, with --top until Ctrl+C.", HelpName = "S" };
        var top = new Option<bool>("--top") { Description = "Shows the busiest methods now, again every second." };
        var output = new Option<string?>("--output", "-o") { Description = "Also writes a file; its ending chooses: .html a flame graph, .json for speedscope, .txt folded stacks.", HelpName = "FILE" };
        var command = new Command("profile", "Samples the stacks of a running .NET process about once a millisecond. The process needs no change and goes on.") { pid, seconds, top, output };
        foreach (Command other in ProfileFileCommands.Create()) command.Subcommands.Add(other);
        command.Validators.Add(result =>
        {
            if (result.GetValue(top) && result.GetValue(output) is not null) result.AddError("Choose --top or --output.");
            if (result.GetValue(seconds) is <= 0 or > 3600) result.AddError("--seconds goes from above 0 to 3600.");
        });
        command.SetAction((parsed, stop) => Task.Run(() => Run(parsed.GetValue(pid), parsed.GetValue(seconds), parsed.GetValue(top), parsed.GetValue(output), stop), CancellationToken.None));
        return command;
    }

    private static void Run(int pid, double? seconds, bool top, string? output, CancellationToken stop)
    {
        try
        {
            // A redrawn table makes no sense in a file or a pipe; the same numbers over the whole time do.
            if (top && AnsiConsole.Profile.Capabilities.Ansi && !Console.IsOutputRedirected)
            {
                TopView.Show(pid, seconds ?? TimeSpan.FromDays(1).TotalSeconds, stop);
                return;
            }
            if (output is not null) SamplingProfile.CheckEnding(output);
            SamplingProfile profile = Sample(pid, seconds ?? 10, stop);
            Console.Out.WriteLine(profile);
            if (output is null) return;
            profile.Save(output);
            Console.Out.WriteLine($"Wrote {output}");
        }
        catch (ProfileException impossible)
        {
            throw new CommandException(impossible.Message, impossible);
        }
    }

    private static SamplingProfile Sample(int pid, double seconds, CancellationToken stop)
    {
        if (Console.IsErrorRedirected || Console.IsOutputRedirected) return SamplingProfile.Attach(pid, seconds, stop: stop);
        return AnsiConsole.Progress().AutoClear(true).Start(bars =>
        {
            ProgressTask bar = bars.AddTask($"sampling process {pid}", maxValue: 1);
            return SamplingProfile.Attach(pid, seconds, new ShareOver(share => bar.Value = share), stop);
        });
    }

    /// <summary>On the calling thread, unlike <see cref="Progress{T}"/>, which may tell of the end before the beginning.</summary>
    private sealed class ShareOver(Action<double> tell) : IProgress<double>
    {
        public void Report(double share) => tell(share);
    }
}
