using Course.Profile.Tables;
using Display;

namespace Course.Profile.Heap;

/// <summary>What a process holds more than before. A type that grows with every snapshot, held by a path that should have let go, is a leak.</summary>
[TypeFormatterSource(typeof(DisplayableFormatters), PreferredMimeTypes = ["text/html", "text/plain"])]
public sealed class HeapGrowth : IDisplayable
{
    private readonly IReadOnlyList<string> _notes;

    internal HeapGrowth(IReadOnlyList<GrownType> types, IReadOnlyList<string> notes) => (Types, _notes) = (types, notes);

    /// <summary>Most bytes first; types that have not grown are left out.</summary>
    public IReadOnlyList<GrownType> Types { get; }

    /// <summary>A type by its name.</summary>
    /// <exception cref="ProfileException">It has not grown.</exception>
    public GrownType this[string type] => Types.FirstOrDefault(each => each.Type == type)
        ?? throw new ProfileException($"No more objects of '{type}' than before. Grown have: {string.Join(", ", Types.Select(each => each.Type))}.");

    public MimeBundle ToBundle() => Table().ToBundle();

    public override string ToString() => Table().ToString();

    private ProfileTable Table() => new("Objects more than before, by type",
        [new("type", ColumnKind.Text), new("objects more", ColumnKind.Number), new("bytes more", ColumnKind.Number)],
        [.. Types.Select(type => new TableRow([type.Type, TableCell.Count(type.Objects), TableCell.Count(type.Bytes)], $"{type.PathObjects:N0} held by {type.Path}"))])
    { SortedBy = 2, Notes = _notes };
}
