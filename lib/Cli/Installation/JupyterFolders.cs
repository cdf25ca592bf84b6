namespace Cli.Installation;

/// <summary>Where Jupyter front ends look for kernels, in the order in which they look.</summary>
internal static class JupyterFolders
{
    /// <summary>The user's own kernels: found by every front end without further settings.</summary>
    public static string User => Path.Combine(UserData, "kernels");

    /// <summary>The kernels of an installation prefix, for example a Python environment.</summary>
    public static string Under(string prefix) => Path.Combine(Path.GetFullPath(prefix), "share", "jupyter", "kernels");

    public static IEnumerable<string> All => Listed.Append(UserData).Concat(Systemwide).Select(folder => Path.Combine(folder, "kernels")).Distinct();

    private static string UserData =>
        Environment.GetEnvironmentVariable("JUPYTER_DATA_DIR") is { Length: > 0 } chosen ? chosen
        : OperatingSystem.IsWindows() ? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.ApplicationData), "jupyter")
        : OperatingSystem.IsMacOS() ? Path.Combine(Home, "Library", "Jupyter")
        : Environment.GetEnvironmentVariable("XDG_DATA_HOME") is { Length: > 0 } data ? Path.Combine(data, "jupyter")
        : Path.Combine(Home, ".local", "share", "jupyter");

    private static string Home => Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);

    private static string[] Listed =>
        (Environment.GetEnvironmentVariable("JUPYTER_PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);

    private static string[] Systemwide => OperatingSystem.IsWindows()
        ? [Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.CommonApplicationData), "jupyter")]
        : ["/usr/local/share/jupyter", "/usr/share/jupyter"];
}
