using System.Net;
using System.Net.Sockets;

namespace Kernel.Wire;

/// <summary>
/// A listening ZeroMQ socket. Each client gets two loops, one that reads and one that writes; whatever a client does wrong
/// ends that client's connection, is logged, and touches nobody else.
/// </summary>
public abstract class ServerSocket : IAsyncDisposable
{
    private readonly Socket _listener;
    private readonly Action<string> _log;
    private readonly HashSet<Peer> _peers = [];
    private readonly Task _accepting;

    protected ServerSocket(EndPoint address, Action<string> log)
    {
        _log = log;
        _listener = new Socket(address.AddressFamily, SocketType.Stream, address is IPEndPoint ? ProtocolType.Tcp : ProtocolType.Unspecified);
        if (address is UnixDomainSocketEndPoint) File.Delete(address.ToString()!);
        _listener.Bind(address);
        _listener.Listen();
        Address = _listener.LocalEndPoint!;
        _accepting = AcceptLoopAsync();
    }

    /// <summary>Where clients connect: the real port when port 0 was asked for.</summary>
    public EndPoint Address { get; }

    /// <summary>This socket's type, for example ROUTER.</summary>
    protected abstract string Type { get; }

    /// <summary>The clients' socket types this one can talk to.</summary>
    protected abstract IReadOnlyCollection<string> PeerTypes { get; }

    protected abstract void OnMessage(Peer peer, byte[][] parts);

    protected virtual void OnConnected(Peer peer) { }

    protected virtual void OnCommand(Peer peer, Command command) { }

    protected virtual void OnGone(Peer peer) { }

    protected void Log(string line) => _log($"{Type} {Address}: {line}");

    /// <summary>Waits until every byte queued so far is with the operating system, but not longer than <paramref name="limit"/>.</summary>
    public async Task FlushAsync(TimeSpan limit)
    {
        long end = Environment.TickCount64 + (long)limit.TotalMilliseconds;
        while (Peers().Any(peer => !peer.IsClosed && peer.QueuedBytes > 0) && Environment.TickCount64 < end) await Task.Delay(1);
    }

    public async ValueTask DisposeAsync()
    {
        _listener.Dispose();
        await _accepting;
        foreach (Peer peer in Peers()) peer.Dispose();
        if (Address is UnixDomainSocketEndPoint) File.Delete(Address.ToString()!);
        GC.SuppressFinalize(this);
    }

    protected Peer[] Peers()
    {
        lock (_peers) return [.. _peers];
    }

    private async Task AcceptLoopAsync()
    {
        while (true)
        {
            try
            {
                Socket client = await _listener.AcceptAsync();
                if (client.ProtocolType == ProtocolType.Tcp) client.NoDelay = true;
                _ = ServeAsync(new Peer(new NetworkStream(client, ownsSocket: true)));
            }
            catch (ObjectDisposedException)
            {
                return;
            }
            catch (SocketException e) when (e.SocketErrorCode == SocketError.OperationAborted)
            {
                return;
            }
            catch (SocketException e)
            {
                // A client that went away while it was accepted, or no file handles left: the others live on.
                Log(e.Message);
                await Task.Delay(100);
            }
        }
    }

    private async Task ServeAsync(Peer peer)
    {
        await Task.Yield();
        lock (_peers) _peers.Add(peer);
        try
        {
            if (!await peer.HandshakeAsync(Type)) return;
            if (!PeerTypes.Contains(peer.SocketType)) throw new WireException($"a {peer.SocketType} cannot talk to a {Type}");
            _ = peer.WriteLoopAsync();
            OnConnected(peer);
            while (await peer.ReceiveAsync(command => OnCommand(peer, command)) is { } parts) OnMessage(peer, parts);
        }
        catch (WireException e)
        {
            Log($"connection dropped: {e.Message}");
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException or OperationCanceledException)
        {
            // The client went away, which is its right.
        }
        finally
        {
            OnGone(peer);
            peer.Dispose();
            lock (_peers) _peers.Remove(peer);
        }
    }
}
