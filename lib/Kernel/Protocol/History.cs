using System.IO.Enumeration;
using System.Text.Json.Nodes;

namespace Kernel.Protocol;

/// <summary>The cells that ran in this process, for consoles that recall them.</summary>
public sealed class History
{
    // Consoles treat sessions as opaque numbers; this kernel remembers only its own.
    private const int Session = 1;

    private readonly List<Entry> _entries = [];

    public void Add(int line, string source, string? result) => _entries.Add(new Entry(line, source, result));

    /// <summary>Answers a <c>history_request</c>: the last cells, a range of lines, or the cells that match a glob.</summary>
    public JsonObject Answer(Message request)
    {
        int n = request.Number("n", int.MaxValue);
        IEnumerable<Entry> found = request.Text("hist_access_type", "tail") switch
        {
            "range" => Range(request.Number("session"), request.Number("start"), request.Number("stop", int.MaxValue)),
            "search" => Search(request.Text("pattern", "*"), request.Flag("unique")).TakeLast(n),
            _ => _entries.TakeLast(n),
        };
        bool withResults = request.Flag("output");
        return new JsonObject { ["history"] = new JsonArray([.. found.Select(entry => Row(entry, withResults))]) };
    }

    private IEnumerable<Entry> Range(int session, int start, int stop) =>
        session is 0 or Session ? _entries.Where(entry => entry.Line >= start && entry.Line < stop) : [];

    private IEnumerable<Entry> Search(string pattern, bool unique)
    {
        IEnumerable<Entry> matching = _entries.Where(entry => FileSystemName.MatchesSimpleExpression(pattern, entry.Source, ignoreCase: false));
        return unique ? matching.Reverse().DistinctBy(entry => entry.Source).Reverse() : matching;
    }

    private static JsonArray Row(Entry entry, bool withResult) =>
        [Session, entry.Line, withResult ? new JsonArray(entry.Source, entry.Result) : JsonValue.Create(entry.Source)];

    private readonly record struct Entry(int Line, string Source, string? Result);
}
