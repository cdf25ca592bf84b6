using System.CommandLine;
using Cli.Installation;
using Kernel.Session;

namespace Cli.Commands;

/// <summary><c>course setup</c>: everything between a clone and the first cell.</summary>
internal static class SetupCommand
{
    public static Command Create()
    {
        Option<bool> force = new("--force") { Description = $"Replaces another program's kernel named {KernelSpec.SharedName}." };
        Command command = new("setup", "Builds the library, installs the kernel and the `course` command, and runs the first cell.") { force };
        command.SetAction(async (parsed, _) => await RunAsync(parsed.GetValue(force)));
        return command;
    }

    private static async Task RunAsync(bool force)
    {
        CourseFolder course = CourseFolder.Find();
        Console.WriteLine("Building the library …");
        string library = Path.Combine("lib", "Course");
        if (await Dotnet.RunAsync(course.Root, Console.Error, "build", library, "-c", "Release", "-v", "quiet", "--nologo") != 0)
            throw new CommandException("The library does not build; see the errors above.");

        Console.WriteLine("Publishing the kernel and the `course` command …");
        string publication = await Publication.CreateAsync(course, Console.WriteLine);
        string name = KernelInstaller.NameIn(JupyterFolders.User, name: null, force);
        KernelSpec spec = KernelInstaller.Install(JupyterFolders.User, name, KernelInstaller.ProgramIn(publication));
        Console.WriteLine($"Kernel '{spec.DisplayName}' installed as {spec.Name} in {spec.Folder}");
        if (spec.Name != KernelSpec.SharedName)
            Console.WriteLine($"Another program's {KernelSpec.SharedName} was left alone: choose '{spec.DisplayName}' in the notebook, or run setup with --force.");
        Console.WriteLine($"Command `course` installed as {ToolShim.Write(publication)}");
        Publication.RemoveOld();

        Console.WriteLine("Running the first cell …");
        CellOutcome first = await FirstCell.RunAsync(course, publication);
        if (first.Error is { } error) throw new CommandException($"The first cell failed: {error.Message}");
        Console.WriteLine();
        Console.WriteLine("Ready. In VS Code (with the Jupyter extension): open notebooks/01-a-slow-blur.ipynb, " +
            $"pick the kernel '{spec.DisplayName}' (Select Kernel, Jupyter Kernel), Run All.");
        Console.WriteLine("In Jupyter: jupyter notebook notebooks/01-a-slow-blur.ipynb");
        if (!ToolShim.IsOnPath) Console.WriteLine($"The `course` command is not on your path yet. {ToolShim.Remedy}");
    }
}
