using System.Diagnostics;
using Course.Profile.Tables;
using Display;

namespace Course.Profile.Heap;

/// <summary>
/// Every object that this process holds, counted by type and by the path of types that keeps it alive. Two of them show what has grown in
/// between: <c>after.Since(before)</c>. Taking one collects the garbage first and stops the program while the heap is walked.
/// </summary>
[TypeFormatterSource(typeof(DisplayableFormatters), PreferredMimeTypes = ["text/html", "text/plain"])]
public sealed class HeapSnapshot : IDisplayable
{
    private const int MostRows = 25;

    private readonly Dictionary<string, (string Type, PathNames Path, long Objects, long Bytes)> _paths;
    private readonly string _cost;

    private HeapSnapshot(Dictionary<string, (string, PathNames, long, long)> paths, string cost)
    {
        (_paths, _cost) = (paths, cost);
        Types = [.. paths.Values.GroupBy(path => path.Item1).Select(type => new HeapType(type.Key, type.Sum(path => path.Item3), type.Sum(path => path.Item4))).OrderByDescending(type => type.Bytes)];
    }

    /// <summary>Largest first.</summary>
    public IReadOnlyList<HeapType> Types { get; }

    /// <exception cref="ProfileException">This process has no diagnostic socket.</exception>
    public static HeapSnapshot Take()
    {
        long start = Stopwatch.GetTimestamp();
        var (graph, lost) = HeapWalk.Take();
        var names = new HeapNames(graph.TypeNames);
        // Earlier snapshots are no part of the program.
        PathTree tree = graph.Paths(HeapNames.Of(typeof(HeapSnapshot), typeof(HeapGraph)));
        var paths = new Dictionary<string, (string, PathNames, long, long)>();
        for (int place = 1; place < tree.Places.Count; place++)
        {
            if (tree.Places[place] is not { Depth: > 0, Objects: > 0 } at) continue;
            var path = new PathNames(tree, place, names);
            paths[path.Key] = (names[at.Type], path, at.Objects, at.Bytes);
        }
        string incomplete = lost > 0 ? $" {lost} pieces of the walk were lost, so the counts are too low." : "";
        return new(paths, $"Walking {graph.Count:N0} objects took {Stopwatch.GetElapsedTime(start).TotalSeconds:N1} s.{incomplete}");
    }

    /// <summary>What has grown since an earlier snapshot, the most bytes first, each with the path to the root that keeps it alive.</summary>
    public HeapGrowth Since(HeapSnapshot earlier)
    {
        var grown = _paths.Select(path => (path.Value.Type, path.Value.Path, Objects: path.Value.Objects - earlier._paths.GetValueOrDefault(path.Key).Objects,
            Bytes: path.Value.Bytes - earlier._paths.GetValueOrDefault(path.Key).Bytes)).ToLookup(path => path.Type);
        var before = earlier.Types.ToDictionary(type => type.Type);
        var types = Types.Select(type => (Now: type, Was: before.GetValueOrDefault(type.Type))).Where(type => type.Now.Bytes > type.Was.Bytes)
            .OrderByDescending(type => type.Now.Bytes - type.Was.Bytes);
        return new([.. types.Take(MostRows).Select(type =>
        {
            var most = grown[type.Now.Type].MaxBy(path => path.Bytes);
            return new GrownType(type.Now.Type, type.Now.Objects - type.Was.Objects, type.Now.Bytes - type.Was.Bytes, most.Path.Text(), most.Objects);
        })], [_cost]);
    }

    public MimeBundle ToBundle() => Table().ToBundle();

    public override string ToString() => Table().ToString();

    private ProfileTable Table() => new("Objects alive, by type",
        [new("type", ColumnKind.Text), new("objects", ColumnKind.Number), new("bytes", ColumnKind.Number), new("share", ColumnKind.Share, "of all bytes")],
        [.. Types.Take(MostRows).Select(type => new TableRow(
            [type.Type, TableCell.Count(type.Objects), TableCell.Count(type.Bytes), TableCell.Share(type.Bytes / Math.Max(1.0, Types.Sum(each => each.Bytes)))]))])
    { SortedBy = 2, Notes = [_cost] };
}
