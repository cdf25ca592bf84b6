using Kernel.Stdio;
using Kernel.Tests.Session;

namespace Kernel.Tests.Stdio;

public sealed class KernelProcessTests : IDisposable
{
    private static readonly TimeSpan Ample = TimeSpan.FromSeconds(60);
    private readonly string _folder = Directory.CreateTempSubdirectory("kernel-process-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Cells_run_in_the_notebooks_folder_and_nothing_disturbs_the_protocol()
    {
        await using KernelProcess kernel = KernelProcess.Start(_folder);
        var output = new RecordingOutput("typed");
        Assert.True((await kernel.RunAsync("System.IO.Path.GetFileName(Environment.CurrentDirectory)", output, Ample)).Ok);
        Assert.Equal(Path.GetFileName(_folder), output.Text);

        // A child process that writes to its standard output, and raw writes to ours, must not reach the client as messages.
        var child = new RecordingOutput();
        string write = OperatingSystem.IsWindows() ? "\"cmd\", \"/c echo noise\"" : "\"echo\", \"noise\"";
        Assert.True((await kernel.RunAsync($"System.Diagnostics.Process.Start({write}).WaitForExit(); Console.OpenStandardOutput().Write(\"raw\"u8); Console.Write(\"said\");", child, Ample)).Ok);
        Assert.Equal("said", child.Out);

        var error = (await kernel.RunAsync("\nnot C#", output, Ample)).Error;
        Assert.Equal(("CompilationError", 2), (error!.Name, error.Line));

        var asked = new RecordingOutput("typed");
        await kernel.RunAsync("Console.ReadLine()", asked, Ample);
        Assert.Equal("typed", asked.Text);
        var unanswered = new RecordingOutput();
        await kernel.RunAsync("Console.ReadLine()", unanswered, Ample);
        Assert.Equal("null", unanswered.Text);
    }

    /// <summary>Here and not beside the other cells, because the console belongs to the whole process and other sessions of these tests write to it.</summary>
    [Fact]
    public async Task Console_that_a_cell_redirected_is_back_in_the_next()
    {
        await using KernelProcess kernel = KernelProcess.Start(Path.GetTempPath());
        RecordingOutput redirected = new(), next = new();
        Assert.True((await kernel.RunAsync("Console.SetOut(new System.IO.StringWriter()); Console.WriteLine(1);", redirected, Ample)).Ok);
        Assert.True((await kernel.RunAsync("Console.WriteLine(2);", next, Ample)).Ok);
        Assert.Equal(("", "2\n"), (redirected.Out, next.Out));
    }

    [Fact]
    public async Task A_kernel_that_crashes_says_how()
    {
        await using KernelProcess kernel = KernelProcess.Start(Path.GetTempPath());
        var crashed = await kernel.RunAsync("Environment.FailFast(\"out of ideas\");", new RecordingOutput(), Ample);
        Assert.Equal("KernelCrashed", crashed.Error!.Name);
        Assert.Contains("out of ideas", crashed.Error.Message);
        Assert.False(kernel.IsAlive);
        Assert.Equal("KernelCrashed", (await kernel.RunAsync("1", new RecordingOutput(), Ample)).Error!.Name);
    }

    [Fact]
    public async Task A_kernel_that_a_cell_ends_says_how_and_sends_what_was_written()
    {
        await using KernelProcess kernel = KernelProcess.Start(Path.GetTempPath());
        var output = new RecordingOutput();
        var ended = await kernel.RunAsync("Console.Write(\"last words\"); Environment.Exit(3);", output, Ample);
        Assert.Contains("exit code 3", ended.Error!.Message);
        Assert.Equal("last words", output.Out);
    }

    [Fact]
    public async Task Endless_recursion_is_named()
    {
        await using KernelProcess kernel = KernelProcess.Start(Path.GetTempPath());
        var ended = await kernel.RunAsync("int Down(int x) => Down(x + 1) + 1;\nDown(0)", new RecordingOutput(), Ample);
        Assert.Equal("KernelCrashed", ended.Error!.Name);
        Assert.Contains("Stack overflow", ended.Error.Message);
    }

    [Fact]
    public async Task A_python_cell_without_python_is_skipped_with_the_remedy()
    {
        await using KernelProcess kernel = KernelProcess.Start(Path.GetTempPath(), new Dictionary<string, string> { ["COURSE_PYTHON"] = "no-such-python" });
        var output = new RecordingOutput();
        Assert.True((await kernel.RunAsync("#!python\n1 + 1", output, Ample)).Ok);
        Assert.Contains("This Python cell was skipped. No python3 was found. Install", RecordingOutput.In(output.Shown[0].Bundle, "text/plain"));
        Assert.True((await kernel.RunAsync("#!share x --from python", output, Ample)).Ok);
    }

    [SkippableFact]
    public async Task Nothing_outlives_the_client_not_even_in_an_endless_loop()
    {
        Kernel.Tests.Python.PythonProcessTests.Require();
        KernelProcess kernel = KernelProcess.Start(Path.GetTempPath());
        using var process = System.Diagnostics.Process.GetProcessById(kernel.ProcessId);
        var pid = new RecordingOutput();
        await kernel.RunAsync("#!python\nimport os\nos.getpid()", pid, Ample);
        using var python = System.Diagnostics.Process.GetProcessById(int.Parse(pid.Text!, System.Globalization.CultureInfo.InvariantCulture));
        var started = new TaskCompletionSource();
        _ = kernel.RunAsync("#!python\nprint('running')\nwhile True: pass", new RecordingOutput { OnStream = () => started.TrySetResult() }, Ample);
        await started.Task.WaitAsync(Ample);
        // Dies without a word to its child, as a crashed client does to the kernel.
        process.Kill();
        Assert.True(process.WaitForExit(Ample));
        Assert.True(python.WaitForExit(Ample));
        await kernel.DisposeAsync();
    }

    [Fact]
    public async Task Shutting_down_does_not_wait_for_a_running_cell()
    {
        KernelProcess kernel = KernelProcess.Start(Path.GetTempPath());
        using var process = System.Diagnostics.Process.GetProcessById(kernel.ProcessId);
        var started = new TaskCompletionSource();
        _ = kernel.RunAsync("Console.WriteLine(1); while (true) { }", new RecordingOutput { OnStream = () => started.TrySetResult() }, Ample);
        await started.Task.WaitAsync(Ample);
        await kernel.DisposeAsync();
        Assert.True(process.WaitForExit(Ample));
    }

    [Fact]
    public async Task A_cell_past_its_limit_ends_the_kernel()
    {
        await using KernelProcess kernel = KernelProcess.Start(Path.GetTempPath());
        await kernel.RunAsync("1", new RecordingOutput(), Ample);
        var late = await kernel.RunAsync("System.Threading.Thread.Sleep(-1);", new RecordingOutput(), TimeSpan.FromSeconds(1));
        Assert.Equal("TimeLimit", late.Error!.Name);
        Assert.True(SpinWait.SpinUntil(() => !kernel.IsAlive, Ample));
    }

    [Fact]
    public async Task An_exception_on_a_thread_of_a_cell_does_not_end_the_kernel()
    {
        await using KernelProcess kernel = KernelProcess.Start(Path.GetTempPath());
        var first = new RecordingOutput();
        Assert.True((await kernel.RunAsync("var t = new System.Threading.Thread(() => throw new Exception(\"stray\")); t.Start(); t.Join(); System.Threading.Thread.Sleep(100);", first, Ample)).Ok);
        Assert.Contains("stray", first.Error);
        Assert.True((await kernel.RunAsync("1", new RecordingOutput(), Ample)).Ok);
    }
}
