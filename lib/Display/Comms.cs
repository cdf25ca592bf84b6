using System.Collections.Concurrent;
using System.Text.Json.Nodes;

namespace Display;

/// <summary>The lines between cells and scripts in the page. A cell registers a target that scripts open, or opens a script's target itself.</summary>
public static class Comms
{
    private static readonly ConcurrentDictionary<string, Action<(Comm Comm, JsonObject Data)>> Targets = new();
    private static readonly ConcurrentDictionary<string, Comm> Lines = new();
    private static Action<string, Comm, JsonObject>? _toPage;

    /// <summary>All open lines.</summary>
    public static IReadOnlyCollection<Comm> Open => [.. Lines.Values];

    /// <summary>From now on <paramref name="opened"/> gets each line that a script opens to the target, and the data that came with it.</summary>
    public static void Register(string target, Action<Comm, JsonObject> opened) =>
        Targets[target] = CellFlow.Keep<(Comm Comm, JsonObject Data)>(line => opened(line.Comm, line.Data))!;

    /// <summary>Opens a line to a target that a script in the page has registered.</summary>
    /// <exception cref="NotSupportedException">No page is connected, as under <c>course run</c>.</exception>
    public static Comm OpenTo(string target, JsonObject data)
    {
        Comm comm = new(Guid.NewGuid().ToString("N"), target);
        Transmit("comm_open", comm, data);
        return Lines[comm.Id] = comm;
    }

    /// <summary>The kernel says where messages to the page go: type, line and data.</summary>
    public static void Connect(Action<string, Comm, JsonObject> toPage) => _toPage = toPage;

    /// <summary>The page has opened a line. False where nobody registered its target.</summary>
    public static bool OnOpen(string id, string target, JsonObject data)
    {
        if (!Targets.TryGetValue(target, out var opened)) return false;
        opened((Lines[id] = new Comm(id, target), data));
        return true;
    }

    /// <summary>The page has sent a message; one for a line that is no longer open is dropped.</summary>
    public static void OnMessage(string id, JsonObject data) => Lines.GetValueOrDefault(id)?.Received?.Invoke(data);

    /// <summary>The page has closed a line.</summary>
    public static void OnClose(string id, JsonObject data)
    {
        if (Lines.TryRemove(id, out Comm? comm)) comm.Closed?.Invoke(data);
    }

    internal static void Close(Comm comm)
    {
        if (Lines.TryRemove(comm.Id, out _)) Transmit("comm_close", comm, []);
    }

    internal static void Transmit(string type, Comm comm, JsonObject data)
    {
        if (_toPage is null) throw new NotSupportedException("No page is connected here; open the notebook in a Jupyter front end.");
        _toPage(type, comm, data);
    }
}
