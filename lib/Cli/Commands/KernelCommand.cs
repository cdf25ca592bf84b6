using System.CommandLine;
using Cli.Installation;

namespace Cli.Commands;

/// <summary><c>course kernel</c>: makes the C# kernel known to Jupyter front ends, removes it, lists what they find.</summary>
internal static class KernelCommand
{
    public static Command Create() =>
        new("kernel", "Makes the C# kernel known to VS Code, Jupyter Notebook and JupyterLab.") { Install(), Uninstall(), List() };

    private static Command Install()
    {
        Option<bool> user = new("--user") { Description = "For this user, where every front end looks. This is the default." };
        Option<string?> prefix = new("--prefix") { Description = "For one installation, e.g. a Python environment.", HelpName = "FOLDER" };
        Option<string?> name = new("--name")
        {
            Description = $"The kernel's name; by default {KernelSpec.SharedName}, or {KernelSpec.OwnName} where that belongs to another program.",
        };
        Option<bool> force = new("--force") { Description = "Replaces another program's kernel of the same name." };
        Command command = new("install", "Installs the kernel; from a clone it publishes one outside the clone first.") { user, prefix, name, force };
        command.Validators.Add(result =>
        {
            if (result.GetValue(user) && result.GetValue(prefix) is not null) result.AddError("--user and --prefix exclude each other.");
        });
        command.SetAction(async (parsed, _) =>
        {
            string kernels = Folder(parsed.GetValue(prefix));
            string chosen = KernelInstaller.NameIn(kernels, parsed.GetValue(name), parsed.GetValue(force));
            string program = KernelInstaller.ProgramIn(await Publication.OfThisProgramAsync(Console.WriteLine));
            KernelSpec spec = KernelInstaller.Install(kernels, chosen, program);
            Console.WriteLine($"Installed '{spec.DisplayName}' as {spec.Name} in {spec.Folder}");
        });
        return command;
    }

    private static Command Uninstall()
    {
        Option<string?> prefix = new("--prefix") { Description = "From one installation instead of this user's folder.", HelpName = "FOLDER" };
        Option<string?> name = new("--name") { Description = "Only the kernel of this name." };
        Command command = new("uninstall", "Removes this course's kernels; those of other programs stay.") { prefix, name };
        command.SetAction(parsed =>
        {
            IReadOnlyList<KernelSpec> removed = KernelInstaller.Uninstall(Folder(parsed.GetValue(prefix)), parsed.GetValue(name));
            foreach (KernelSpec spec in removed) Console.WriteLine($"Removed {spec.Name} from {spec.Folder}");
            if (removed.Count == 0) Console.WriteLine("Nothing to remove.");
        });
        return command;
    }

    private static Command List()
    {
        Command command = new("list", "Lists the C# kernels that front ends find, first found first.");
        command.SetAction(_ =>
        {
            foreach (KernelSpec spec in KernelSpec.AllCSharp())
            {
                string state = spec.Works ? "" : $", broken: there is no {spec.Program}; run `course setup`";
                Console.WriteLine($"{spec.Name,-16} {spec.DisplayName,-20} {(spec.Ours ? "this course's" : "another program's")}{state}\n{"",16} {spec.Folder}");
            }
        });
        return command;
    }

    private static string Folder(string? prefix) => prefix is null ? JupyterFolders.User : JupyterFolders.Under(prefix);
}
