using System.Diagnostics;
using Grading.Children;
using Microsoft.Win32.SafeHandles;

namespace Grading.Sandbox;

/// <summary>
/// A child that sees the runtime and its own program and nothing else: no network, no other process, a read-only root, 16 MiB of its own
/// for temporary files, an environment of its own, limits on processor time, memory, processes and files, a filter on system calls. Started by root, each child
/// also gets a user id that is nobody else's; that is done inside the sandbox, because a user namespace made by root leaves root's files
/// readable and its limits unbound.
/// </summary>
public sealed class BubblewrapLauncher : ILauncher
{
    /// <summary>What to do in a container whose sandbox fails the probe.</summary>
    public const string Remedy = "In Docker start the container with --security-opt seccomp=unconfined --security-opt systempaths=unconfined --cap-add SYS_ADMIN; " +
        "on Ubuntu 24.04 allow user namespaces: sysctl kernel.apparmor_restrict_unprivileged_userns=0.";

    private const int FirstUser = 61_000, Users = 4_000, TemporaryBytes = 16 << 20, FileBytes = 1 << 20, OpenFiles = 128, ProcessorSeconds = 120;
    private const string Inside = "/judged", Shell = "/bin/sh";

    private static int _users = Environment.ProcessId * 37;

    private readonly string _bubblewrap, _limits, _session;
    private readonly string? _setUser;
    private readonly SafeFileHandle? _filter;

    private BubblewrapLauncher(string bubblewrap, string limits, string session, string? setUser, bool filters) =>
        (_bubblewrap, _limits, _session, _setUser, _filter) = (bubblewrap, limits, session, setUser, filters ? Unnamed(SystemCallFilter.Program()) : null);

    public bool IsSandbox => true;

    /// <summary>The launcher, or why there is none here and what helps.</summary>
    public static (BubblewrapLauncher? Launcher, string Lack) Find() => Find(filters: true);

    /// <param name="filters">False only in the test that holds the filter to its purpose.</param>
    internal static (BubblewrapLauncher? Launcher, string Lack) Find(bool filters)
    {
        if (!OperatingSystem.IsLinux()) return (null, "Answers of others can be judged safely on Linux only; use a Linux machine or container.");
        if (Program("bwrap") is not { } bubblewrap) return (null, "bubblewrap is not installed. Debian and Ubuntu: apt-get install bubblewrap");
        if (Program("prlimit") is not { } limits) return (null, "prlimit is not installed. Debian and Ubuntu: apt-get install util-linux");
        if (Program("setsid") is not { } session) return (null, "setsid is not installed. Debian and Ubuntu: apt-get install util-linux");
        if (!Environment.IsPrivilegedProcess) return (new(bubblewrap, limits, session, null, filters), "");
        return Program("setpriv") is { } setUser ? (new(bubblewrap, limits, session, setUser, filters), "") : (null, "setpriv is not installed. Debian and Ubuntu: apt-get install util-linux");
    }

    public ProcessStartInfo Prepare(string program, ChildLimits limits)
    {
        var start = new ProcessStartInfo(Shell);
        void Add(params string[] arguments)
        {
            foreach (string argument in arguments) start.ArgumentList.Add(argument);
        }

        // A session of its own: Ctrl+C ends the grader and not the child before it, which would look like an answer that crashed.
        // Bubblewrap takes the filter from a descriptor, which .NET cannot hand to a child: the shell opens it and becomes bubblewrap.
        if (_filter is { } filter) Add("-c", "exec \"$@\" 9<\"$0\"", $"/proc/{Environment.ProcessId}/fd/{filter.DangerousGetHandle()}", _session, _bubblewrap, "--seccomp", "9");
        else Add("-c", "exec \"$@\"", Shell, _session, _bubblewrap);
        if (_setUser is null) Add("--unshare-user");
        Add("--unshare-ipc", "--unshare-pid", "--unshare-net", "--unshare-uts", "--unshare-cgroup-try", "--die-with-parent", "--new-session");
        Add("--ro-bind", "/usr", "/usr");
        foreach (string folder in new[] { "lib", "lib64", "bin" })
        {
            if (new DirectoryInfo("/" + folder).LinkTarget is { } target) Add("--symlink", target, "/" + folder);
            else if (Directory.Exists("/" + folder)) Add("--ro-bind", "/" + folder, "/" + folder);
        }
        if (!DotnetHost.Root.StartsWith("/usr/", StringComparison.Ordinal)) Add("--ro-bind", DotnetHost.Root, DotnetHost.Root);
        Add("--proc", "/proc", "--dev", "/dev", "--remount-ro", "/dev");
        Add("--perms", "1777", "--size", TemporaryBytes.ToString(), "--tmpfs", "/tmp", "--perms", "0755", "--dir", Inside);
        foreach (string file in FilesOf(program)) Add("--ro-bind", file, $"{Inside}/{Path.GetFileName(file)}");
        Add("--remount-ro", "/", "--chdir", "/tmp", "--clearenv");
        foreach ((string name, string value) in ChildEnvironment.Of(limits)) Add("--setenv", name, value);
        Add("--");
        if (_setUser is { } setUser)
        {
            string user = (FirstUser + (uint)Interlocked.Increment(ref _users) % Users).ToString();
            Add(setUser, "--reuid", user, "--regid", user, "--clear-groups", "--no-new-privs", "--bounding-set=-all", "--inh-caps=-all", "--");
        }
        // The runtime maps more than its heap; what it may map beyond that is small.
        Add(_limits, $"--data={limits.MemoryBytes + (256 << 20)}", $"--nproc={limits.Processes}", $"--cpu={ProcessorSeconds}", $"--fsize={FileBytes}", $"--nofile={OpenFiles}", "--core=0", "--");
        Add(DotnetHost.Path, "exec", $"{Inside}/{Path.GetFileName(program)}");
        start.Environment.Clear();
        return start;
    }

    /// <summary>What the program needs: for the judged host two files, for the compiler its folder's assemblies.</summary>
    private static IEnumerable<string> FilesOf(string program)
    {
        string folder = Path.GetDirectoryName(program)!, name = Path.GetFileNameWithoutExtension(program);
        string[] own = [program, Path.Combine(folder, name + ".runtimeconfig.json")];
        if (name == typeof(Judged.CountedGrid).Assembly.GetName().Name) return own;
        return [.. own, .. Directory.EnumerateFiles(folder, "*.dll").Where(file => file != program && NeededToCompile(Path.GetFileName(file)))];
    }

    private static bool NeededToCompile(string file) => file is "Judged.dll" or "Course.dll" or "Display.dll" or "Notebooks.dll" ||
        file.StartsWith("Microsoft.CodeAnalysis", StringComparison.Ordinal) || file.StartsWith("System.", StringComparison.Ordinal);

    /// <summary>A file without a name: children reach it through this process, and nothing is left behind.</summary>
    private static SafeFileHandle? Unnamed(byte[]? content)
    {
        if (content is null) return null;
        string path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        File.WriteAllBytes(path, content);
        SafeFileHandle handle = File.OpenHandle(path);
        File.Delete(path);
        return handle;
    }

    private static string? Program(string name) =>
        new[] { "/usr/bin", "/bin", "/usr/local/bin", "/usr/sbin" }.Select(folder => Path.Combine(folder, name)).FirstOrDefault(File.Exists);
}
