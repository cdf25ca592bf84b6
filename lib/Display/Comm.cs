using System.Text.Json.Nodes;

namespace Display;

/// <summary>One open line between C# and a script in the page: Jupyter's comm. Handlers run one at a time, in the order of the messages.</summary>
public sealed class Comm
{
    internal Comm(string id, string target) => (Id, Target) = (id, target);

    public string Id { get; }

    /// <summary>The name under which the side that was called found its handler.</summary>
    public string Target { get; }

    /// <summary>Called with the data of each message from the page. What it prints appears below the cell that set it.</summary>
    public Action<JsonObject>? Received
    {
        get;
        set => field = CellFlow.Keep(value);
    }

    /// <summary>Called with the last data when the page has closed the line.</summary>
    public Action<JsonObject>? Closed
    {
        get;
        set => field = CellFlow.Keep(value);
    }

    public void Send(JsonObject data) => Comms.Transmit("comm_msg", this, data);

    public void Close() => Comms.Close(this);
}
