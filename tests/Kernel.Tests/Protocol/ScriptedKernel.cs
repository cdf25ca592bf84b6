using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using Kernel.Protocol;

namespace Kernel.Tests.Protocol;

/// <summary>A kernel inside the test process over a <see cref="ScriptedSession"/>.</summary>
public sealed class ScriptedKernel : IAsyncDisposable
{
    private readonly KernelServer _server;

    public ScriptedKernel() : this(TimeSpan.FromSeconds(0.5))
    {
    }

    public ScriptedKernel(TimeSpan abortWindow)
    {
        for (int attempts = 0; _server is null; attempts++)
        {
            int[] ports = FreePorts(5);
            File = new ConnectionFile("tcp", "127.0.0.1", ports[0], ports[1], ports[2], ports[3], ports[4], "secret", "hmac-sha256");
            try { _server = new KernelServer(File, new ScriptedSession(), Log.Enqueue, abortWindow); }
            // Free when they were looked for; a connection of another test may have got one since.
            catch (SocketException taken) when (taken.SocketErrorCode == SocketError.AddressAlreadyInUse && attempts < 20) { }
        }
        Running = _server.RunAsync();
    }

    public ConnectionFile File { get; } = null!;

    public ConcurrentQueue<string> Log { get; } = new();

    public Task Running { get; }

    public async ValueTask DisposeAsync()
    {
        _server.Stop();
        await _server.DisposeAsync();
    }

    private static int[] FreePorts(int count)
    {
        TcpListener[] listeners = [.. Enumerable.Range(0, count).Select(_ => new TcpListener(IPAddress.Loopback, 0))];
        foreach (TcpListener listener in listeners) listener.Start();
        int[] ports = [.. listeners.Select(listener => ((IPEndPoint)listener.LocalEndpoint).Port)];
        foreach (TcpListener listener in listeners) listener.Dispose();
        return ports;
    }
}
