using System.Diagnostics;
using System.Text;

namespace Course.Profile.Events;

/// <summary>Why a process cannot be profiled, and what to do about it. Most reasons can be seen only on Linux, in <c>/proc</c>.</summary>
internal static class Unreachable
{
    private static readonly string[] Switches = ["DOTNET_EnableDiagnostics", "DOTNET_EnableDiagnostics_IPC", "COMPlus_EnableDiagnostics"];

    /// <summary>A reason that is certain before anything is tried, or null.</summary>
    public static string? Reason(int processId)
    {
        if (processId <= 0 || !Exists(processId)) return $"There is no process {processId}. \"course ps\" lists the .NET processes of this machine.";
        if (!OperatingSystem.IsLinux()) return null;
        string name = Sampling.DotnetProcess.NameOf(processId);
        if (Environment(processId) is not { } environment)
            return Owner(processId) == Owner(System.Environment.ProcessId)
                ? $"Process {processId} ({name}) is closed to this user although it is the user's own: it has raised privileges, or this container may not look into it."
                : $"Process {processId} ({name}) belongs to another user{Owner(processId)}. Profile it as that user, or as root: sudo course profile --pid {processId}";
        foreach (string variable in Switches)
            if (environment.TryGetValue(variable, out string? value) && value == "0")
                return $"Process {processId} ({name}) was started with {variable}=0, which closes its diagnostic socket. Start it again without that variable.";
        switch (State(processId))
        {
            case 'T' or 't':
                return $"Process {processId} ({name}) stands still: a signal or a debugger has stopped it, so it cannot answer. Let it go on first: kill -CONT {processId}";
            case 'Z':
                return $"Process {processId} ({name}) has ended; only its entry in the list of processes is left.";
        }
        if (HasSocket(processId, environment)) return null;
        if (!RunsDotnet(processId)) return $"Process {processId} ({name}) does not run .NET. \"course ps\" lists those that do; for others use perf, or py-spy for Python.";
        if (InAnotherContainer(processId))
            return $"Process {processId} ({name}) lives in another container, and its diagnostic socket cannot be reached from here. Run course in that container, "
                + "or as root outside of it, or let both containers share their processes and /tmp.";
        if (environment.GetValueOrDefault("TMPDIR") is { Length: > 0 } folder && folder != System.Environment.GetEnvironmentVariable("TMPDIR"))
            return $"Process {processId} ({name}) keeps its diagnostic socket in {folder}. Run this command with TMPDIR={folder}";
        return null;
    }

    /// <summary>The sentence for a failed request.</summary>
    public static string Explain(int processId, Exception failure)
    {
        if (Reason(processId) is { } reason) return reason;
        string name = Sampling.DotnetProcess.NameOf(processId);
        if (processId == System.Environment.ProcessId)
            return "This process has no diagnostic socket, so it cannot record itself. Start it without DOTNET_EnableDiagnostics=0 and with a TMPDIR that it may write to.";
        if (failure is UnauthorizedAccessException || failure.InnerException is UnauthorizedAccessException || failure is System.Net.Sockets.SocketException { NativeErrorCode: 13 })
            return $"Process {processId} ({name}) does not let this user connect. Profile it as its own user, or as root.";
        return $"Process {processId} ({name}) does not answer on its diagnostic socket: it may be starting, stopped in a debugger, or not a .NET process. ({failure.Message})";
    }

    /// <summary>The user's id in words, where it can be read.</summary>
    public static string Owner(int processId)
    {
        string? line = Read($"/proc/{processId}/status")?.Split('\n').FirstOrDefault(each => each.StartsWith("Uid:", StringComparison.Ordinal));
        if (line is null) return "";
        string id = line.Split('\t', StringSplitOptions.RemoveEmptyEntries)[1];
        string? entry = Read("/etc/passwd")?.Split('\n').FirstOrDefault(each => each.Split(':') is { Length: > 2 } parts && parts[2] == id);
        return $" ({entry?.Split(':')[0] ?? "user " + id})";
    }

    /// <summary>The letter in <c>/proc/N/stat</c>: T stopped, t stopped by a debugger, Z ended; a space where it cannot be read.</summary>
    private static char State(int processId) =>
        Read($"/proc/{processId}/stat") is { } line && line.LastIndexOf(')') is >= 0 and int end && end + 2 < line.Length ? line[end + 2] : ' ';

    /// <summary>The environment a process was started with; null where this user may not read it.</summary>
    public static Dictionary<string, string>? Environment(int processId)
    {
        if (Read($"/proc/{processId}/environ") is not { } text) return null;
        Dictionary<string, string> variables = [];
        foreach (string variable in text.Split('\0'))
            if (variable.IndexOf('=') is > 0 and int at) variables[variable[..at]] = variable[(at + 1)..];
        return variables;
    }

    public static bool RunsDotnet(int processId) => Read($"/proc/{processId}/maps")?.Contains("libcoreclr.so", StringComparison.Ordinal) ?? false;

    public static bool HasSocket(int processId, Dictionary<string, string> environment)
    {
        // A container has process ids of its own, the last of those that the kernel lists, and one of them is part of the socket's name.
        string inside = Read($"/proc/{processId}/status")?.Split('\n').FirstOrDefault(each => each.StartsWith("NSpid:", StringComparison.Ordinal))?.Split('\t')[^1] ?? $"{processId}";
        foreach ((string folder, string id) in new[] { (Path.GetTempPath(), $"{processId}"), ($"/proc/{processId}/root{environment.GetValueOrDefault("TMPDIR", "/tmp")}", inside) })
        {
            try
            {
                if (Directory.EnumerateFiles(folder, $"dotnet-diagnostic-{id}-*-socket").Any()) return folder == Path.GetTempPath() || InAnotherContainer(processId);
            }
            catch (Exception closed) when (closed is IOException or UnauthorizedAccessException)
            {
                // Another user's folder; the next one may be open.
            }
        }
        return false;
    }

    private static bool InAnotherContainer(int processId) => Link($"/proc/{processId}/ns/mnt") is { } theirs && theirs != Link("/proc/self/ns/mnt");

    private static string? Link(string path)
    {
        try { return new FileInfo(path).LinkTarget; }
        catch (Exception closed) when (closed is IOException or UnauthorizedAccessException) { return null; }
    }

    public static string Name(int processId)
    {
        try { return Process.GetProcessById(processId).ProcessName; }
        catch (Exception gone) when (gone is ArgumentException or InvalidOperationException) { return "ended"; }
    }

    private static bool Exists(int processId)
    {
        try { using var process = Process.GetProcessById(processId); return !process.HasExited; }
        catch (ArgumentException) { return false; }
        catch (System.ComponentModel.Win32Exception) { return true; }
    }

    private static string? Read(string path)
    {
        try { return File.ReadAllText(path, Encoding.UTF8); }
        catch (Exception closed) when (closed is IOException or UnauthorizedAccessException) { return null; }
    }
}
