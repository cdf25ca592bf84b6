using System.Collections.Concurrent;
using System.Net;

namespace Kernel.Wire;

/// <summary>
/// Sends every message to all subscribers. Output is never dropped for a slow reader: the sender waits, so that memory stays
/// bounded, and a reader that takes nothing for ten seconds is disconnected (ZeroMQ clients come back by themselves).
/// </summary>
public sealed class PubSocket(EndPoint address, Action<string> log) : ServerSocket(address, log)
{
    private const long HighWaterBytes = 32 << 20;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    // Per subscriber the prefixes it asked for; Jupyter clients ask for the empty one, which is everything.
    private readonly ConcurrentDictionary<Peer, List<byte[]>> _subscriptions = new();

    protected override string Type => "PUB";

    protected override IReadOnlyCollection<string> PeerTypes { get; } = ["SUB", "XSUB"];

    /// <summary>Queues a message for all who subscribed to its first part; waits while one of them is far behind.</summary>
    public async ValueTask SendAsync(IReadOnlyList<byte[]> parts)
    {
        byte[]? bytes = null;
        foreach ((Peer peer, List<byte[]> prefixes) in _subscriptions)
        {
            if (!Wants(prefixes, parts[0])) continue;
            peer.Send(bytes ??= FrameWriter.Message(parts));
            if (peer.QueuedBytes > HighWaterBytes) await WaitForRoomAsync(peer);
        }
    }

    // ZMTP 3.0 subscribes by a message (1 or 0, then the prefix), 3.1 by a command.
    protected override void OnMessage(Peer peer, byte[][] parts)
    {
        if (parts.Length != 1 || parts[0].Length == 0 || parts[0][0] > 1) throw new WireException("a message to a PUB socket that is no subscription");
        Subscribe(peer, parts[0][0] == 1, parts[0][1..]);
    }

    protected override void OnCommand(Peer peer, Command command)
    {
        if (command.Name is "SUBSCRIBE" or "CANCEL") Subscribe(peer, command.Name == "SUBSCRIBE", command.Data.ToArray());
    }

    protected override void OnConnected(Peer peer) => _subscriptions[peer] = [];

    protected override void OnGone(Peer peer) => _subscriptions.TryRemove(peer, out _);

    private void Subscribe(Peer peer, bool add, byte[] prefix)
    {
        List<byte[]> prefixes = _subscriptions[peer];
        lock (prefixes)
        {
            if (add) prefixes.Add(prefix);
            else if (prefixes.FindIndex(known => known.AsSpan().SequenceEqual(prefix)) is >= 0 and var at) prefixes.RemoveAt(at);
        }
    }

    private static bool Wants(List<byte[]> prefixes, byte[] topic)
    {
        lock (prefixes) return prefixes.Exists(prefix => topic.AsSpan().StartsWith(prefix));
    }

    private async ValueTask WaitForRoomAsync(Peer peer)
    {
        long least = peer.QueuedBytes, lastProgress = Environment.TickCount64;
        while (!peer.IsClosed && peer.QueuedBytes > HighWaterBytes)
        {
            await Task.Delay(1);
            if (peer.QueuedBytes < least) (least, lastProgress) = (peer.QueuedBytes, Environment.TickCount64);
            if (Environment.TickCount64 - lastProgress < Patience.TotalMilliseconds) continue;
            Log($"a subscriber read nothing for {Patience.TotalSeconds} s and was disconnected");
            peer.Dispose();
        }
    }
}
