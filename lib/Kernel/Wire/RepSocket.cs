using System.Net;

namespace Kernel.Wire;

/// <summary>
/// Sends every message back as it came: the heartbeat. The envelope a REQ client adds (an empty part) is part of the message,
/// so it needs no care here.
/// </summary>
public sealed class RepSocket(EndPoint address, Action<string> log) : ServerSocket(address, log)
{
    protected override string Type => "REP";

    protected override IReadOnlyCollection<string> PeerTypes { get; } = ["REQ", "DEALER"];

    protected override void OnMessage(Peer peer, byte[][] parts) => peer.Send(FrameWriter.Message(parts));
}
