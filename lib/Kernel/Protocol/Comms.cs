using System.Text.Json.Nodes;

namespace Kernel.Protocol;

/// <summary>
/// Comms are two-way channels between a page's script and the kernel. This kernel's widgets carry their frames with them and need
/// none, so no target is registered: an opened comm is closed at once, which is what the protocol asks for an unknown target.
/// </summary>
public sealed class Comms(Iopub iopub)
{
    public JsonObject Info(Message request) => new() { ["comms"] = new JsonObject() };

    public JsonObject? Open(Message request)
    {
        iopub.Post("comm_close", request.Header, new JsonObject { ["comm_id"] = request.Text("comm_id"), ["data"] = new JsonObject() });
        return null;
    }

    public JsonObject? Receive(Message request) => null;

    public JsonObject? Close(Message request) => null;
}
