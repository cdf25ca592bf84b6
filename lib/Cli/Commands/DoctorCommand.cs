using System.CommandLine;
using Cli.Doctor;

namespace Cli.Commands;

/// <summary><c>course doctor</c>: what this machine has and lacks for the course, each lack with its remedy.</summary>
internal static class DoctorCommand
{
    public static Command Create()
    {
        var command = new Command("doctor", "Says what this machine has and lacks for the course, each lack with its remedy.");
        command.SetAction(_ =>
        {
            foreach (Finding finding in Checkup.All())
            {
                Console.WriteLine($"{(finding.Remedy is null ? "ok" : "--"),-3} {finding.Name,-18} {finding.Here}");
                if (finding.Remedy is { } remedy) Console.WriteLine($"{"",-22} -> {remedy}");
            }
        });
        return command;
    }
}
