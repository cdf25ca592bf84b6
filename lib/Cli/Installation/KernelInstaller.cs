namespace Cli.Installation;

/// <summary>Makes a published kernel known to Jupyter front ends, and unknown again.</summary>
internal static class KernelInstaller
{
    /// <summary>The kernel beside this program.</summary>
    public static string ProgramIn(string folder) => Path.Combine(folder, OperatingSystem.IsWindows() ? "course-kernel.exe" : "course-kernel");

    /// <summary>The name to install under.</summary>
    /// <param name="kernels">The folder of specs to write to.</param>
    /// <param name="name">Null takes the shared one, or our own where the shared one belongs to somebody else.</param>
    /// <param name="force">Replaces a spec that somebody else wrote.</param>
    /// <exception cref="CommandException">The name is taken or no name.</exception>
    public static string NameIn(string kernels, string? name, bool force)
    {
        string chosen = name ?? (force || !SharedNameIsForeign(kernels) ? KernelSpec.SharedName : KernelSpec.OwnName);
        if (chosen != Path.GetFileName(chosen) || chosen is "." or "..") throw new CommandException($"'{chosen}' is no kernel name; use letters, digits, '.', '-' and '_'.");
        string folder = Path.Combine(kernels, chosen);
        if (!force && File.Exists(Path.Combine(folder, "kernel.json")) && KernelSpec.Read(folder) is not { Ours: true })
            throw new CommandException($"{folder} holds another program's kernel. Choose another --name, or replace it with --force.");
        return chosen;
    }

    /// <param name="name">From <see cref="NameIn"/>.</param>
    /// <exception cref="CommandException">The kernel is not there.</exception>
    public static KernelSpec Install(string kernels, string name, string program) => File.Exists(program)
        ? KernelSpec.Write(Path.Combine(kernels, name), program)
        : throw new CommandException($"There is no kernel at {program}. Run `course setup`, which publishes it.");

    /// <summary>Removes our kernels in a folder of specs: the named one, or all.</summary>
    /// <exception cref="CommandException">The named one is not there or not ours.</exception>
    public static IReadOnlyList<KernelSpec> Uninstall(string kernels, string? name)
    {
        if (name is not null && KernelSpec.Read(Path.Combine(kernels, name)) is not { Ours: true })
            throw new CommandException($"{Path.Combine(kernels, name)} holds no kernel of this course. `course kernel list` shows what is installed.");
        if (!Directory.Exists(kernels)) return [];
        KernelSpec[] ours = [.. Directory.EnumerateDirectories(kernels).Where(folder => name is null || Path.GetFileName(folder) == name)
            .Select(KernelSpec.Read).OfType<KernelSpec>().Where(spec => spec.Ours)];
        foreach (KernelSpec spec in ours) Directory.Delete(spec.Folder, recursive: true);
        return ours;
    }

    // One in a folder that front ends read later would be hidden by ours, which is not leaving it alone.
    private static bool SharedNameIsForeign(string kernels) => JupyterFolders.All.Prepend(kernels)
        .Select(folder => Path.Combine(folder, KernelSpec.SharedName))
        .Any(folder => File.Exists(Path.Combine(folder, "kernel.json")) && KernelSpec.Read(folder) is not { Ours: true });
}
