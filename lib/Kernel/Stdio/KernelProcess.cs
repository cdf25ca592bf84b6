using System.Diagnostics;
using System.Text.Json;
using System.Threading.Channels;
using Kernel.Session;

namespace Kernel.Stdio;

/// <summary>
/// A kernel in a process of its own, from the client's side: start it in the notebook's folder, run cells one by one, each with a
/// time limit. A kernel that crashes or passes the limit is killed with all that it started; the outcome of the cell says so.
/// </summary>
public sealed class KernelProcess : IAsyncDisposable
{
    private const int FirstErrorLines = 12;
    private const int LastErrorLines = 8;
    private static readonly TimeSpan ToEnd = TimeSpan.FromSeconds(2);

    private readonly Process _process;
    private readonly Channel<StdioEvent> _events = Channel.CreateUnbounded<StdioEvent>();
    private readonly List<string> _errors = [];
    private long _cell;

    private KernelProcess(Process process)
    {
        _process = process;
        _process.ErrorDataReceived += (_, received) => Keep(received.Data);
        _process.BeginErrorReadLine();
        _ = Task.Factory.StartNew(ReadEvents, TaskCreationOptions.LongRunning);
    }

    /// <summary>False once it has crashed, was killed or has been shut down; no further cell can run.</summary>
    public bool IsAlive => !_process.HasExited;

    public int ProcessId => _process.Id;

    /// <param name="workingDirectory">The notebook's folder, from which cells name files.</param>
    /// <param name="kernelFolder">Where course-kernel lies; beside this program when null.</param>
    /// <exception cref="FileNotFoundException">course-kernel is not there.</exception>
    public static KernelProcess Start(string workingDirectory, IReadOnlyDictionary<string, string>? environment = null, string? kernelFolder = null)
    {
        string kernel = Path.Combine(kernelFolder ?? AppContext.BaseDirectory, "course-kernel.dll");
        if (!File.Exists(kernel)) throw new FileNotFoundException($"There is no {kernel}. Build lib/Kernel, or run `course setup` again.", kernel);
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet")
        {
            WorkingDirectory = workingDirectory,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardInputEncoding = JsonLines.Encoding,
            StandardOutputEncoding = JsonLines.Encoding,
            UseShellExecute = false,
        };
        foreach (string argument in new[] { "exec", kernel, "--stdio" }) start.ArgumentList.Add(argument);
        foreach ((string name, string value) in environment ?? new Dictionary<string, string>()) start.Environment[name] = value;
        return new(Process.Start(start)!);
    }

    /// <summary>Runs a cell. Never throws for what the cell or the kernel does; one call at a time.</summary>
    /// <param name="limit">After this time the kernel is killed.</param>
    /// <param name="interrupt">Asks the cell to stop; the kernel goes on.</param>
    public async Task<CellOutcome> RunAsync(string source, ICellOutput output, TimeSpan limit, CancellationToken interrupt = default)
    {
        long id = ++_cell;
        using var timer = new CancellationTokenSource(limit);
        lock (_errors) _errors.Clear();
        try
        {
            Send(new(id, source));
            await using var registration = interrupt.Register(() => Send(new(id, Command: "interrupt")));
            CellError? error = null;
            while (true)
            {
                StdioEvent message = await _events.Reader.ReadAsync(timer.Token).ConfigureAwait(false);
                if (message.Event == "error" && message.Id == id) error = new(message.Name ?? "", message.Text ?? "", message.Line, message.Traceback ?? []);
                else if (message.Event == "done" && message.Id == id) return new(error);
                else Deliver(message, output);
            }
        }
        catch (OperationCanceledException)
        {
            Kill();
            return Failed("TimeLimit", $"The cell ran longer than {limit.TotalSeconds:0.#} s and its kernel was stopped.");
        }
        catch (Exception gone) when (gone is ChannelClosedException or IOException or InvalidOperationException) { return Crashed(); }
    }

    /// <summary>Ends the process and all that it started, at once.</summary>
    public void Kill()
    {
        try { _process.Kill(entireProcessTree: true); }
        catch (InvalidOperationException) { }
    }

    public async ValueTask DisposeAsync()
    {
        try
        {
            Send(new(Command: "shutdown"));
            await _process.WaitForExitAsync().WaitAsync(ToEnd).ConfigureAwait(false);
        }
        catch (Exception late) when (late is TimeoutException or IOException or InvalidOperationException) { Kill(); }
        _process.Dispose();
    }

    private void Deliver(StdioEvent message, ICellOutput output)
    {
        switch (message.Event)
        {
            case "stream": output.Stream(message.Name ?? "stdout", message.Text ?? ""); break;
            case "display": output.Display(Bundles.FromJson(message.Bundle!), message.DisplayId, message.Flag); break;
            case "result": output.Result(Bundles.FromJson(message.Bundle!)); break;
            case "clear": output.Clear(message.Flag); break;
            case "input": Send(new(message.Id, Input: output.ReadLine(message.Text ?? "", message.Flag), Command: "input")); break;
            default: break;
        }
    }

    private CellOutcome Crashed()
    {
        if (!_process.WaitForExit(ToEnd)) Kill();
        _process.WaitForExit();
        string words;
        lock (_errors) words = string.Join('\n', _errors);
        string said = words.Length == 0 ? "It said nothing on its error stream." : "Its last words:\n" + words;
        return Failed("KernelCrashed", $"The kernel ended with exit code {_process.ExitCode} while the cell ran. {said}");
    }

    private static CellOutcome Failed(string name, string message) => new(new CellError(name, message, 0, message.Split('\n')));

    private void Send(StdioRequest request)
    {
        lock (_process) JsonLines.Write(_process.StandardInput.BaseStream, request);
    }

    /// <summary>Keeps the beginning, where a dying runtime says why, and the end.</summary>
    private void Keep(string? line)
    {
        if (line is null || line.StartsWith("   at Kernel.", StringComparison.Ordinal)) return;
        lock (_errors)
        {
            if (_errors.Count == FirstErrorLines + LastErrorLines) _errors.RemoveAt(FirstErrorLines);
            _errors.Add(line);
        }
    }

    private void ReadEvents()
    {
        try
        {
            while (_process.StandardOutput.ReadLine() is { } line) _events.Writer.TryWrite(JsonLines.Read<StdioEvent>(line));
        }
        catch (Exception broken) when (broken is JsonException or IOException or ObjectDisposedException or InvalidOperationException)
        {
            Keep(broken.Message);
        }
        _events.Writer.TryComplete();
    }
}
