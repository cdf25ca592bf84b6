using System.Collections.Concurrent;
using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Python;

/// <summary>One run of the interpreter, from its start to its end. One request at a time.</summary>
internal sealed partial class PythonConnection : IDisposable
{
    private const int InterruptSignal = 2;
    private const int LastErrorLines = 10;
    private static readonly TimeSpan ToStart = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan AfterInterrupt = TimeSpan.FromSeconds(3);

    private readonly Process _process;
    private readonly BlockingCollection<JsonObject> _answers = [];
    private readonly Queue<string> _lastErrors = new();
    private volatile Action<string, string>? _output;
    private long _request;
    private bool _disposed;

    private PythonConnection(Process process)
    {
        _process = process;
        new Thread(ReadAnswers) { IsBackground = true, Name = "python answers" }.Start();
        new Thread(ReadErrors) { IsBackground = true, Name = "python errors" }.Start();
    }

    public bool IsAlive => !_disposed && !_process.HasExited;

    public static PythonConnection Open(PythonInterpreter interpreter)
    {
        using var reader = new StreamReader(typeof(PythonConnection).Assembly.GetManifestResourceStream("driver.py")!);
        var encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        var start = new ProcessStartInfo(interpreter.Path)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardInputEncoding = encoding,
            StandardOutputEncoding = encoding,
            StandardErrorEncoding = encoding,
        };
        foreach (string argument in new[] { "-X", "faulthandler", "-u", "-c", reader.ReadToEnd() }) start.ArgumentList.Add(argument);
        start.Environment["PYTHONIOENCODING"] = "utf-8";
        var connection = new PythonConnection(Process.Start(start)!);
        connection.Take(ToStart, CancellationToken.None);
        return connection;
    }

    public JsonObject Ask(JsonObject request, Action<string, string>? output, TimeSpan limit, CancellationToken interrupt)
    {
        request["id"] = ++_request;
        _output = output;
        try
        {
            _process.StandardInput.Write(request.ToJsonString() + "\n");
            _process.StandardInput.Flush();
            return Checked(Answer(limit, interrupt));
        }
        catch (IOException) { throw Ended(); }
        finally { _output = null; }
    }

    public void Dispose()
    {
        if (_disposed) return;
        _disposed = true;
        try { _process.Kill(entireProcessTree: true); }
        catch (InvalidOperationException) { }
        _process.Dispose();
    }

    private JsonObject Answer(TimeSpan limit, CancellationToken interrupt)
    {
        try { return Take(limit, interrupt); }
        catch (Exception late) when (late is TimeoutException or OperationCanceledException or ThreadInterruptedException)
        {
            Interrupt();
            try { return Take(AfterInterrupt, CancellationToken.None); }
            catch (TimeoutException)
            {
                Dispose();
                throw new PythonStoppedException("Python did not react to the interrupt and was ended; its variables are lost. The next Python cell starts afresh.");
            }
        }
    }

    private JsonObject Take(TimeSpan limit, CancellationToken interrupt)
    {
        try
        {
            return _answers.TryTake(out JsonObject? answer, (int)limit.TotalMilliseconds, interrupt)
                ? answer
                : _answers.IsCompleted ? throw Ended() : throw new TimeoutException();
        }
        catch (InvalidOperationException) { throw Ended(); }
    }

    private static JsonObject Checked(JsonObject answer) => answer["error"] is not JsonObject error
        ? answer
        : throw new PythonException(error["name"]!.GetValue<string>(), error["message"]!.GetValue<string>(), error["line"]!.GetValue<int>(),
            [.. error["traceback"]!.AsArray().Select(line => line!.GetValue<string>())]);

    private PythonStoppedException Ended()
    {
        string code = _process.WaitForExit(2000) ? $" with exit code {_process.ExitCode}" : "";
        string last;
        lock (_lastErrors) last = string.Join('\n', _lastErrors);
        return new($"The Python process ended{code}; its variables are lost, and the next Python cell starts afresh.{(last.Length > 0 ? "\n" + last : "")}");
    }

    /// <summary>Raises KeyboardInterrupt in the running code; where signals do not exist, the wait that follows ends the process.</summary>
    private void Interrupt()
    {
        if (!OperatingSystem.IsWindows()) _ = Kill(_process.Id, InterruptSignal);
    }

    private void ReadAnswers()
    {
        try
        {
            while (_process.StandardOutput.ReadLine() is { } line)
            {
                var message = JsonNode.Parse(line)!.AsObject();
                if (message["stream"] is { } stream) Say(stream.GetValue<string>(), message["text"]!.GetValue<string>());
                else _answers.Add(message);
            }
        }
        catch (Exception broken) when (broken is JsonException or IOException or ObjectDisposedException or InvalidOperationException)
        {
            lock (_lastErrors) _lastErrors.Enqueue(broken.Message);
        }
        _answers.CompleteAdding();
    }

    private void ReadErrors()
    {
        try
        {
            while (_process.StandardError.ReadLine() is { } line)
            {
                lock (_lastErrors)
                {
                    _lastErrors.Enqueue(line);
                    if (_lastErrors.Count > LastErrorLines) _lastErrors.Dequeue();
                }
                Say("stderr", line + "\n");
            }
        }
        catch (Exception gone) when (gone is IOException or ObjectDisposedException or InvalidOperationException) { }
    }

    private void Say(string stream, string text)
    {
        // The reader's output may refuse, for example because its cell was interrupted; Python's side goes on.
        try { _output?.Invoke(stream, text); }
        catch (OperationCanceledException) { }
    }

    [LibraryImport("libc", EntryPoint = "kill")]
    private static partial int Kill(int process, int signal);
}
