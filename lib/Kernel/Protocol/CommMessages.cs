using System.Text.Json.Nodes;
using Display;

namespace Kernel.Protocol;

/// <summary>Carries <see cref="Comms"/> between cells and scripts in the page.</summary>
public sealed class CommMessages
{
    private readonly Iopub _iopub;

    public CommMessages(Iopub iopub)
    {
        _iopub = iopub;
        Comms.Connect((type, comm, data) => Post(type, comm.Id, null, data, type == "comm_open" ? comm.Target : null));
    }

    /// <summary>The open comms, or those of one target.</summary>
    public static JsonObject Info(Message request)
    {
        string target = request.Text("target_name");
        IEnumerable<Comm> asked = Comms.Open.Where(comm => target.Length == 0 || comm.Target == target);
        return new JsonObject
        {
            ["comms"] = new JsonObject(asked.Select(comm => KeyValuePair.Create(comm.Id, (JsonNode?)new JsonObject { ["target_name"] = comm.Target }))),
        };
    }

    /// <summary>A comm to a target that nobody registered is closed at once, as the protocol asks.</summary>
    public JsonObject? Open(Message request)
    {
        if (!Comms.OnOpen(request.Text("comm_id"), request.Text("target_name"), Data(request)))
            Post("comm_close", request.Text("comm_id"), request.Header, [], null);
        return null;
    }

    public static JsonObject? Receive(Message request)
    {
        Comms.OnMessage(request.Text("comm_id"), Data(request));
        return null;
    }

    public static JsonObject? Close(Message request)
    {
        Comms.OnClose(request.Text("comm_id"), Data(request));
        return null;
    }

    private static JsonObject Data(Message request) => request.Content["data"]?.DeepClone() as JsonObject ?? [];

    private void Post(string type, string id, byte[]? parentHeader, JsonObject data, string? target)
    {
        JsonObject content = new() { ["comm_id"] = id, ["data"] = data.DeepClone() };
        if (target is not null) content["target_name"] = target;
        _iopub.Post(type, parentHeader, content);
    }
}
