using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text.Json.Nodes;
using Kernel.Protocol;
using Kernel.Wire;

namespace Cli.Bench;

/// <summary>
/// A front end with a clock: starts a kernel as Jupyter does, over a connection file and TCP, and sends one request at a time. Times are
/// taken where a reader would see them, on this side of the sockets.
/// </summary>
internal sealed class KernelClient : IAsyncDisposable
{
    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(60), EndLimit = TimeSpan.FromSeconds(5);

    private readonly Process _process;
    private readonly MessageCodec _codec;
    private readonly string _connectionFile;
    private readonly long _started = Stopwatch.GetTimestamp();
    private Peer _shell = null!, _iopub = null!;

    private KernelClient(Process process, MessageCodec codec, string connectionFile) => (_process, _codec, _connectionFile) = (process, codec, connectionFile);

    /// <summary>Since the kernel's process was started.</summary>
    public double Seconds => Stopwatch.GetElapsedTime(_started).TotalSeconds;

    /// <summary>The kernel's resident memory.</summary>
    public double Megabytes
    {
        get
        {
            _process.Refresh();
            return _process.WorkingSet64 / 1e6;
        }
    }

    /// <summary>Starts a kernel and gives it when it answers.</summary>
    /// <exception cref="CommandException">It ended, or nobody listened within a minute.</exception>
    public static async Task<KernelClient> StartAsync(string program)
    {
        int[] ports = FreePorts(5);
        string key = Guid.NewGuid().ToString(), file = Path.Combine(Path.GetTempPath(), $"course-bench-{Guid.NewGuid():N}.json");
        JsonObject connection = new()
        {
            ["transport"] = "tcp",
            ["ip"] = "127.0.0.1",
            ["key"] = key,
            ["signature_scheme"] = "hmac-sha256",
            ["shell_port"] = ports[0],
            ["iopub_port"] = ports[1],
            ["stdin_port"] = ports[2],
            ["control_port"] = ports[3],
            ["hb_port"] = ports[4],
        };
        await File.WriteAllTextAsync(file, connection.ToJsonString());
        KernelClient client = new(Process.Start(new ProcessStartInfo(program, ["--connection", file]) { WorkingDirectory = Path.GetTempPath() })!, new(key), file);
        try
        {
            client._shell = await client.ConnectAsync(ports[0], "DEALER");
            client._iopub = await client.ConnectAsync(ports[1], "SUB");
            await client.SubscribeAsync();
            return client;
        }
        catch
        {
            await client.DisposeAsync();
            throw;
        }
    }

    /// <summary>Runs a cell that must succeed.</summary>
    /// <returns>The result's plain text, when it came in seconds since the kernel's start, and how long it took from request to idle.</returns>
    public async Task<(string Text, double AtSeconds, double Milliseconds)> ExecuteAsync(string code)
    {
        string text = "";
        double at = 0;
        long sent = Stopwatch.GetTimestamp();
        JsonObject reply = await AskAsync("execute_request", new() { ["code"] = code }, message =>
        {
            if (message.Type != "execute_result") return;
            at = Seconds;
            text = message.Content["data"]!["text/plain"]!.GetValue<string>();
        });
        double milliseconds = Stopwatch.GetElapsedTime(sent).TotalMilliseconds;
        if (reply["status"]!.GetValue<string>() != "ok") throw new CommandException($"A cell of the measurement failed: {reply["evalue"]}\n{code}");
        return (text, at, milliseconds);
    }

    /// <summary>How long an answer takes whose content is not looked at: a completion, an inspection.</summary>
    public async Task<double> TimeAsync(string request, JsonObject content)
    {
        long sent = Stopwatch.GetTimestamp();
        await AskAsync(request, content);
        return Stopwatch.GetElapsedTime(sent).TotalMilliseconds;
    }

    public async ValueTask DisposeAsync()
    {
        try
        {
            _shell?.Send(FrameWriter.Message(_codec.Write("shutdown_request", null, new() { ["restart"] = false })));
            await _process.WaitForExitAsync().WaitAsync(EndLimit);
        }
        catch (TimeoutException) { _process.Kill(entireProcessTree: true); }
        _shell?.Dispose();
        _iopub?.Dispose();
        _process.Dispose();
        File.Delete(_connectionFile);
    }

    /// <summary>A subscription takes its own way to the kernel: it has arrived when an answer is heard.</summary>
    private async Task SubscribeAsync()
    {
        _iopub.Send(FrameWriter.Message([[1]]));
        Task<Received> heard = ReceiveAsync(_iopub);
        string last;
        do
        {
            last = Send("kernel_info_request", []);
            await ReceiveAsync(_shell);
        }
        while (await Task.WhenAny(heard, Task.Delay(20)) != heard);
        for (Received message = await heard; !message.IsIdleAfter(last); message = await ReceiveAsync(_iopub)) { }
    }

    private async Task<JsonObject> AskAsync(string type, JsonObject content, Action<Received>? broadcast = null)
    {
        string id = Send(type, content);
        for (Received message = await ReceiveAsync(_iopub); !message.IsIdleAfter(id); message = await ReceiveAsync(_iopub)) broadcast?.Invoke(message);
        return (await ReceiveAsync(_shell)).Content;
    }

    private string Send(string type, JsonObject content)
    {
        byte[][] parts = _codec.Write(type, null, content);
        _shell.Send(FrameWriter.Message(parts));
        return JsonNode.Parse(parts[2])!["msg_id"]!.GetValue<string>();
    }

    private static async Task<Received> ReceiveAsync(Peer channel)
    {
        byte[][] parts = await channel.ReceiveAsync(_ => { }) ?? throw new CommandException("The kernel closed the connection.");
        int delimiter = Array.FindIndex(parts, part => part.AsSpan().SequenceEqual("<IDS|MSG>"u8));
        JsonNode Part(int offset) => JsonNode.Parse(parts[delimiter + offset])!;
        return new(Part(2)["msg_type"]!.GetValue<string>(), Part(3)["msg_id"]?.GetValue<string>() ?? "", Part(5).AsObject());
    }

    private async Task<Peer> ConnectAsync(int port, string socketType)
    {
        while (true)
        {
            Socket socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            try
            {
                await socket.ConnectAsync(IPAddress.Loopback, port);
                Peer peer = new(new NetworkStream(socket, ownsSocket: true));
                await peer.HandshakeAsync(socketType);
                _ = peer.WriteLoopAsync();
                return peer;
            }
            catch (SocketException) when (!_process.HasExited && Seconds < StartLimit.TotalSeconds)
            {
                socket.Dispose();
                await Task.Delay(5);
            }
            catch (SocketException gone)
            {
                string state = _process.HasExited ? string.Create(CultureInfo.InvariantCulture, $"ended with exit code {_process.ExitCode}") : gone.Message;
                throw new CommandException($"The kernel did not start: {state}.");
            }
        }
    }

    private static int[] FreePorts(int count)
    {
        TcpListener[] listeners = [.. Enumerable.Range(0, count).Select(_ => new TcpListener(IPAddress.Loopback, 0))];
        foreach (TcpListener listener in listeners) listener.Start();
        int[] ports = [.. listeners.Select(listener => ((IPEndPoint)listener.LocalEndpoint).Port)];
        foreach (TcpListener listener in listeners) listener.Dispose();
        return ports;
    }

    private readonly record struct Received(string Type, string Parent, JsonObject Content)
    {
        public bool IsIdleAfter(string request) =>
            Type == "status" && Parent == request && Content["execution_state"]!.GetValue<string>() == "idle";
    }
}
