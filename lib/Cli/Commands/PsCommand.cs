using System.CommandLine;
using Course.Profile.Sampling;

namespace Cli.Commands;

/// <summary><c>course ps</c>: the .NET processes of this machine.</summary>
internal static class PsCommand
{
    private const int NameWidth = 24, LongestCommandLine = 100;

    public static Command Create()
    {
        var command = new Command("ps", "Lists the .NET processes that run here: id, name, runtime, user, command line, and why one cannot be profiled.");
        command.SetAction(_ => List());
        return command;
    }

    private static void List()
    {
        Console.Out.WriteLine($"{"id",8}  {"name",-NameWidth}  {"runtime",-10}  {"user",-10}  command line");
        foreach (DotnetProcess process in DotnetProcess.All())
        {
            string own = process.Id == Environment.ProcessId ? " (this command)" : "";
            Console.Out.WriteLine($"{process.Id,8}  {Cut(process.Name, NameWidth),-NameWidth}  {process.Runtime,-10}  {process.User,-10}  {Cut(process.CommandLine, LongestCommandLine)}{own}");
            if (process.Obstacle is { } obstacle) Console.Out.WriteLine($"{"",8}  cannot be profiled: {obstacle}");
        }
    }

    private static string Cut(string text, int width) => text.Length <= width ? text : text[..(width - 1)] + "…";
}
