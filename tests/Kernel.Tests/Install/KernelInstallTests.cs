using System.Diagnostics;
using System.Text.Json.Nodes;

namespace Kernel.Tests.Install;

/// <summary><c>course kernel</c> as a user types it, in a home folder of its own.</summary>
public sealed class KernelInstallTests : IDisposable
{
    private const string Foreign = """{"argv": ["dotnet", "interactive"], "display_name": ".NET (C#)", "language": "C#"}""";

    private readonly string _home = Directory.CreateTempSubdirectory("install-").FullName;

    private string Kernels => Path.Combine(_home, "data", "kernels");

    [Fact]
    public void Installed_kernel_starts_the_program_directly_and_is_listed()
    {
        Course("kernel", "install", "--user");

        JsonNode spec = JsonNode.Parse(File.ReadAllText(Path.Combine(Kernels, ".net-csharp", "kernel.json")))!;
        Assert.Equal(["course-kernel", "--connection", "{connection_file}"], spec["argv"]!.AsArray().Select(part => Path.GetFileNameWithoutExtension(part!.GetValue<string>())));
        Assert.True(File.Exists(spec["argv"]![0]!.GetValue<string>()));
        Assert.Equal(("C#", "message"), (spec["language"]!.GetValue<string>(), spec["interrupt_mode"]!.GetValue<string>()));
        Assert.NotEqual(".NET (C#)", spec["display_name"]!.GetValue<string>());
        Assert.True(Directory.Exists(Path.Combine(spec["env"]!["DOTNET_ROOT"]!.GetValue<string>(), "shared")));
        Assert.Null(spec["kernel_protocol_version"]);
        Assert.Contains("this course's", Course("kernel", "list"));

        Course("kernel", "uninstall");
        Assert.Empty(Directory.EnumerateDirectories(Kernels));
    }

    [Theory]
    [InlineData("data")]
    [InlineData("elsewhere")]
    public void Foreign_kernel_of_the_shared_name_is_left_alone_until_forced(string folder)
    {
        string foreign = Path.Combine(_home, folder, "kernels", ".net-csharp", "kernel.json");
        Directory.CreateDirectory(Path.GetDirectoryName(foreign)!);
        File.WriteAllText(foreign, Foreign);

        Assert.Contains("csharp-course", Course("kernel", "install"));
        Assert.Equal(Foreign, File.ReadAllText(foreign));
        Assert.Contains("another program's", Course("kernel", "list"));

        Course("kernel", "uninstall");
        Assert.Equal(Foreign, File.ReadAllText(foreign));

        Course("kernel", "install", "--force");
        Assert.Contains("course-kernel", File.ReadAllText(Path.Combine(Kernels, ".net-csharp", "kernel.json")));
    }

    [Fact]
    public void Prefix_and_name_say_where()
    {
        Course("kernel", "install", "--prefix", Path.Combine(_home, "env"), "--name", "mine");
        Assert.True(File.Exists(Path.Combine(_home, "env", "share", "jupyter", "kernels", "mine", "kernel.json")));

        Assert.Contains("Removed mine", Course("kernel", "uninstall", "--prefix", Path.Combine(_home, "env")));
    }

    [Theory]
    [InlineData("'../x' is no kernel name", "install", "--name", "../x")]
    [InlineData("exclude each other", "install", "--user", "--prefix", "p")]
    [InlineData("no kernel of this course", "uninstall", "--name", "python3")]
    public void Mistake_is_answered_with_a_sentence(string sentence, params string[] arguments) =>
        Assert.Contains(sentence, Course(succeeds: false, ["kernel", .. arguments]));

    public void Dispose() => Directory.Delete(_home, recursive: true);

    private string Course(params string[] arguments) => Course(succeeds: true, arguments);

    private string Course(bool succeeds, string[] arguments)
    {
        ProcessStartInfo start = new("dotnet", ["exec", Path.Combine(AppContext.BaseDirectory, "course-cli.dll"), .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["JUPYTER_DATA_DIR"] = Path.Combine(_home, "data");
        start.Environment["JUPYTER_PATH"] = Path.Combine(_home, "elsewhere");
        using Process process = Process.Start(start)!;
        string output = process.StandardOutput.ReadToEnd() + process.StandardError.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0 == succeeds, output);
        Assert.DoesNotContain("   at ", output);
        return output;
    }
}
