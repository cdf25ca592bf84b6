using System.Diagnostics.Tracing;
using Course.Profile.Events;
using Microsoft.Diagnostics.NETCore.Client;
using Microsoft.Diagnostics.Tracing;
using Microsoft.Diagnostics.Tracing.Parsers.Clr;

namespace Course.Profile.Heap;

/// <summary>Has the runtime collect this process's garbage once and report every object that is left.</summary>
internal static class HeapWalk
{
    // The runtime's names: GC 0x1, type names 0x80000 and 0x1000000, the dump itself 0x100000, and the collection that starts it 0x800000.
    private const long Keywords = 0x1 | 0x80000 | 0x100000 | 0x800000 | 0x1000000;
    private const int BufferMegabytes = 1024;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <returns>The graph, and how many events were lost on the way; none unless the heap is very large.</returns>
    /// <exception cref="ProfileException">This process has no diagnostic socket, or the collector did not answer.</exception>
    public static (HeapGraph Graph, long LostEvents) Take()
    {
        using EventPipeSession session = EventRecording.Connect(Environment.ProcessId, client => client.StartEventPipeSession(
            [new EventPipeProvider(RuntimeEvents.Runtime, EventLevel.Verbose, Keywords)], requestRundown: false, BufferMegabytes));
        var graph = new HeapGraph();
        var ended = new ManualResetEventSlim();
        using var source = new EventPipeEventSource(session.EventStream);
        var reading = new Thread(() => Read(source, graph, ended)) { IsBackground = true, Name = "course heap walk" };
        reading.Start();
        bool complete = ended.Wait(Patience);
        session.Stop();
        reading.Join();
        return complete && graph.Count > 0 ? (graph, source.EventsLost)
            : throw new ProfileException("The runtime did not report its heap in time. Let other profilers of this process end, then take the snapshot again.");
    }

    private static void Read(EventPipeEventSource source, HeapGraph graph, ManualResetEventSlim ended)
    {
        int collection = -1;
        source.Clr.GCStart += data => { if (data.Depth == 2 && data.Reason == GCReason.Induced) collection = data.Count; };
        source.Clr.TypeBulkType += data =>
        {
            for (int i = 0; i < data.Count; i++) graph.TypeNames[data.Values(i).TypeID] = data.Values(i).TypeName;
        };
        source.Clr.GCBulkNode += data =>
        {
            for (int i = 0; i < data.Count; i++)
            {
                GCBulkNodeValues node = data.Values(i);
                graph.AddNode(node.Address, (long)node.Size, node.TypeID, (long)node.EdgeCount);
            }
        };
        source.Clr.GCBulkEdge += data =>
        {
            for (int i = 0; i < data.Count; i++) graph.AddEdge(data.Values(i).Target);
        };
        source.Clr.GCBulkRootEdge += data =>
        {
            for (int i = 0; i < data.Count; i++)
            {
                GCBulkRootEdgeValues root = data.Values(i);
                // A weak handle keeps nothing alive.
                if ((root.GCRootFlag & (GCRootFlags.WeakRef)) == 0) graph.Roots.Add((root.GCRootKind.ToString().ToLowerInvariant(), root.RootedNodeAddress));
            }
        };
        source.Clr.GCBulkRootConditionalWeakTableElementEdge += data =>
        {
            for (int i = 0; i < data.Count; i++) graph.Roots.Add(("attached value", data.Values(i).GCValueNodeID));
        };
        source.Clr.GCBulkRootStaticVar += data =>
        {
            for (int i = 0; i < data.Count; i++) graph.Roots.Add(($"static {data.Values(i).TypeID:x}.{data.Values(i).FieldName}", data.Values(i).ObjectID));
        };
        source.Clr.GCStop += data => { if (data.Count == collection && graph.Count > 0) ended.Set(); };
        try { source.Process(); }
        catch (Exception broken) when (broken is IOException or ObjectDisposedException or FormatException or InvalidOperationException) { }
    }
}
