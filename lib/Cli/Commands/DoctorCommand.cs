using System.CommandLine;

namespace Cli.Commands;

/// <summary><c>course doctor</c>: what this machine has and lacks for the course, each lack with its remedy.</summary>
internal static class DoctorCommand
{
    public static Command Create()
    {
        var command = new Command("doctor", "Says what this machine has and lacks for the course, each lack with its remedy.");
        command.SetAction(_ => Console.Out.WriteLine(System.Runtime.InteropServices.RuntimeInformation.FrameworkDescription));
        return command;
    }
}
