using System.Net;

namespace Kernel.Wire;

/// <summary>
/// Takes messages from many clients and answers each by its route. A reply goes to the connection that asked; where that one has
/// closed, or for a message nobody asked for, to the newest connection with the same identity.
/// </summary>
public sealed class RouterSocket(EndPoint address, Action<string> log, Action<Route, byte[][]> onMessage) : ServerSocket(address, log)
{
    private readonly Dictionary<string, Peer> _newest = [];

    protected override string Type => "ROUTER";

    protected override IReadOnlyCollection<string> PeerTypes { get; } = ["DEALER", "REQ", "ROUTER"];

    /// <summary>Queues a message. False where no such client is connected.</summary>
    public bool Send(Route route, IReadOnlyList<byte[]> parts)
    {
        byte[] bytes = FrameWriter.Message(parts);
        if (route.Connection is { IsClosed: false } asking && Peers().Contains(asking))
        {
            asking.Send(bytes);
            return true;
        }

        lock (_newest)
        {
            if (!_newest.TryGetValue(Key(route.Identity), out Peer? newest)) return false;
            newest.Send(bytes);
            return true;
        }
    }

    protected override void OnMessage(Peer peer, byte[][] parts) => onMessage(new Route(peer.Identity, peer), parts);

    protected override void OnConnected(Peer peer)
    {
        lock (_newest) _newest[Key(peer.Identity)] = peer;
    }

    protected override void OnGone(Peer peer)
    {
        lock (_newest)
        {
            if (_newest.TryGetValue(Key(peer.Identity), out Peer? newest) && newest == peer) _newest.Remove(Key(peer.Identity));
        }
    }

    private static string Key(byte[] identity) => Convert.ToHexString(identity);
}
