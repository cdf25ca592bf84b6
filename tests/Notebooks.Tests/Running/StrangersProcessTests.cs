using System.Diagnostics;

namespace Notebooks.Tests.Running;

/// <summary>The shop as another user meets it, and as a container holds it: each obstacle has its sentence. What a test starts here needs root.</summary>
public sealed class StrangersProcessTests : IDisposable
{
    // Not below /tmp, which the container's own replaces.
    private readonly string _folder = Directory.CreateDirectory(Path.Combine("/var/tmp", $"course-shop-{Guid.NewGuid():N}")).FullName;
    private readonly List<Process> _started = [];

    private static string Cli => Path.Combine(AppContext.BaseDirectory, "course-cli.dll");

    public void Dispose()
    {
        foreach (Process process in _started)
        {
            process.Kill(entireProcessTree: true);
            process.WaitForExit();
            process.Dispose();
        }
        Directory.Delete(_folder, recursive: true);
    }

    [SkippableFact]
    public void Another_users_process_is_named_with_its_owner_and_the_remedy()
    {
        const string Stranger = "setpriv --reuid=12345 --regid=12345 --clear-groups env HOME=/tmp";
        Skip.IfNot(Works($"{Stranger} test -r '{Cli}'"), "Only root can act as another user, and that user must be able to read this build.");
        Process shop = Start($"exec dotnet '{Shop()}'");
        foreach (string command in new[] { "profile --seconds 1", "profile --top", "profile allocations --seconds 1" })
        {
            (int code, string said) = Run($"{Stranger} dotnet '{Cli}' {command} --pid {shop.Id}");
            Assert.Equal((1, $"Process {shop.Id} (Orders) belongs to another user (root). Profile it as that user, or as root: sudo course profile --pid {shop.Id}"), (code, said.Trim()));
        }
        string listed = Run($"{Stranger} dotnet '{Cli}' ps").Said;
        Assert.Contains($" {shop.Id}  Orders ", listed);
        Assert.Contains($"cannot be profiled: Process {shop.Id} (Orders) belongs to another user (root).", listed);
        Assert.False(shop.HasExited);
    }

    /// <summary>A process with process ids of its own, and with a /tmp of its own or this one's: as in a container, seen from the host.</summary>
    [SkippableTheory]
    [InlineData("")]
    [InlineData("mount -t tmpfs none /tmp && ")]
    public void A_containers_process_is_profiled_from_outside_or_named_with_the_remedy(string before)
    {
        const string Contained = "unshare --pid --mount --fork --mount-proc --kill-child sh -c";
        Skip.IfNot(Works($"{Contained} 'mount -t tmpfs none /tmp'"), "Only root outside a container can make namespaces here.");
        Process around = Start($"exec {Contained} '{before}exec dotnet {Shop()}'");
        string id = File.ReadAllText($"/proc/{around.Id}/task/{around.Id}/children").Trim();
        (int code, string said) = Run($"dotnet '{Cli}' profile --pid {id} --seconds 1");
        Assert.True(code == 0, said);
        Assert.Contains("Catalogue.Find (Catalogue.cs:", said);
        Assert.Matches($@"(?m)^ *{id}  Orders .*\n(?! +cannot)", Run($"dotnet '{Cli}' ps").Said);

        // Its own id is 1 in there. What is left in a /tmp of its own goes with it; without the socket nobody reaches it.
        File.Delete(Directory.GetFiles($"/proc/{id}/root/tmp", "dotnet-diagnostic-1-*-socket").MaxBy(File.GetLastWriteTimeUtc)!);
        if (before.Length == 0) return;
        (code, said) = Run($"dotnet '{Cli}' profile --pid {id} --seconds 1");
        Assert.Equal((1, $"Process {id} (Orders) lives in another container, and its diagnostic socket cannot be reached from here. Run course in that container, "
            + "or as root outside of it, or let both containers share their processes and /tmp."), (code, said.Trim()));
    }

    /// <summary>Copied to where any user and any namespace can read it.</summary>
    private string Shop()
    {
        foreach (string file in Directory.GetFiles(AppContext.BaseDirectory, "Orders.*")) File.Copy(file, Path.Combine(_folder, Path.GetFileName(file)), overwrite: true);
        return Path.Combine(_folder, "Orders.dll");
    }

    private Process Start(string command)
    {
        Process process = Process.Start(Shell(command))!;
        _started.Add(process);
        Assert.StartsWith("pricing orders", process.StandardOutput.ReadLine());
        return process;
    }

    private static bool Works(string command) => OperatingSystem.IsLinux() && Environment.IsPrivilegedProcess && Run(command).Code == 0;

    private static (int Code, string Said) Run(string command)
    {
        using Process process = Process.Start(Shell(command + " 2>&1"))!;
        string said = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, said);
    }

    private static ProcessStartInfo Shell(string command)
    {
        var start = new ProcessStartInfo("sh", ["-c", command]) { RedirectStandardInput = true, RedirectStandardOutput = true };
        // Sockets lie in /tmp then, and are looked for there, whatever the temporary folder of these tests is.
        start.Environment.Remove("TMPDIR");
        return start;
    }
}
