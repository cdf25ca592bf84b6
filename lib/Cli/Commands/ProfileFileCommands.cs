using System.CommandLine;
using Course.Profile;
using Course.Profile.Allocations;
using Course.Profile.Calls;
using Course.Profile.Lines;
using Course.Profile.Probing;

namespace Cli.Commands;

/// <summary>
/// <c>course profile calls FILE.cs</c>, <c>course profile lines FILE.cs --method M</c>, <c>course profile counters FILE.cs</c> and
/// <c>course profile allocations --pid N</c>: the tools of notebooks 5, 12, 14 and 15 outside a notebook.
/// </summary>
internal static class ProfileFileCommands
{
    public static IEnumerable<Command> Create() => [Calls(), Lines(), Counters(), Allocations()];

    private static Command Calls()
    {
        Argument<FileInfo> file = Program();
        Argument<string[]> arguments = Arguments();
        var command = new Command("calls", "Runs a program of one file, and counts and times the calls of every method.") { file, arguments };
        command.SetAction(parsed => Show(() => CallProfile.OfProgram(Text(parsed.GetValue(file)!), parsed.GetValue(file)!.Name, parsed.GetValue(arguments)!)));
        return command;
    }

    private static Command Lines()
    {
        Argument<FileInfo> file = Program();
        Argument<string[]> arguments = Arguments();
        var method = new Option<string>("--method", "-m") { Description = "The method, with or without its type: Total, Shop.Total.", Required = true, HelpName = "METHOD" };
        var command = new Command("lines", "Runs a program of one file, and shows hits, time and bytes of every line of a method.") { file, arguments, method };
        command.SetAction(parsed => Show(() => LineProfile.OfProgram(Text(parsed.GetValue(file)!), parsed.GetValue(file)!.Name, parsed.GetValue(method)!, parsed.GetValue(arguments)!)));
        return command;
    }

    private static Command Counters()
    {
        Argument<FileInfo> file = Program();
        Argument<string[]> arguments = Arguments();
        var command = new Command("counters", "Runs a program of one file, and counts instructions, cache misses, page faults and more, as far as this machine lets them be counted.") { file, arguments };
        command.SetAction(parsed => Show(() => CountedProgram.Run(Text(parsed.GetValue(file)!), parsed.GetValue(file)!.Name, parsed.GetValue(arguments)!)));
        return command;
    }

    private static Command Allocations()
    {
        var pid = new Option<int>("--pid", "-p") { Description = "The process, as \"course ps\" lists it.", Required = true, HelpName = "N" };
        var seconds = new Option<double?>("--seconds", "-s") { Description = "How long: 5 unless stated.", HelpName = "S" };
        var command = new Command("allocations", "Shows which lines of a running .NET process allocate how much of what. The process needs no change and goes on.") { pid, seconds };
        command.Validators.Add(result => { if (result.GetValue(seconds) is <= 0 or > 3600) result.AddError("--seconds goes from above 0 to 3600."); });
        command.SetAction((parsed, stop) => Task.Run(() => Show(() => AllocationProfile.Attach(parsed.GetValue(pid), parsed.GetValue(seconds) ?? 5, stop)), CancellationToken.None));
        return command;
    }

    private static Argument<FileInfo> Program() => new("FILE") { Description = "A C# program in one file, with top-level statements or a Main." };

    private static Argument<string[]> Arguments() => new("ARGUMENTS") { Description = "What the program is started with.", Arity = ArgumentArity.ZeroOrMore };

    private static string Text(FileInfo file) => file.Exists ? File.ReadAllText(file.FullName) : throw new CommandException($"There is no file {file.FullName}.");

    private static void Show(Func<object> profile)
    {
        try { Console.Out.WriteLine(profile()); }
        catch (ProfileException impossible) { throw new CommandException(impossible.Message, impossible); }
    }
}
