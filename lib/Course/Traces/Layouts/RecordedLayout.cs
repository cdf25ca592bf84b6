using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Course.Traces.Layouts;

/// <summary>
/// How numbers of the running program really lie in memory: the addresses of its lists, arrays and boxed numbers at one moment, as a
/// layout like the simulated ones. Addresses differ from run to run; sizes and offsets do not.
/// </summary>
public sealed class RecordedLayout : MemoryLayout
{
    private static readonly ObjectModel _model = ObjectModel.DotNet;

    private RecordedLayout(Func<LayoutNode> read) => Root = ObjectAddress.AtOneMoment(read);

    internal override LayoutNode Root { get; }

    /// <summary>Boxed doubles; other objects are refused.</summary>
    /// <exception cref="ArgumentException">An element that is no boxed double.</exception>
    public static RecordedLayout Of(List<object> list, string name = "list") => new(() => Boxes(list, name));

    /// <inheritdoc cref="Of(List{object}, string)"/>
    public static RecordedLayout Of(List<List<object>> rows, string name = "list") =>
        new(() => Lists(rows, name, Boxes));

    public static RecordedLayout Of(List<double> list, string name = "list") => new(() => Numbers(list, name));

    public static RecordedLayout Of(List<List<double>> rows, string name = "list") => new(() => Lists(rows, name, Numbers));

    public static RecordedLayout Of(double[] array, string name = "array") => new(() => Numbers(array, name));

    public static RecordedLayout Of(double[][] rows, string name = "array") => new(() => new SequenceNode(_model, name)
    {
        Items = ObjectAddress.Of(rows),
        Capacity = rows.Length,
        Elements = [.. rows.Select((row, y) => Numbers(row, $"{name}[{y}]"))],
    });

    public static RecordedLayout Of(double[,] array, string name = "array") =>
        new(() => new RectangleNode(name, ObjectAddress.Of(array), (double[,])array.Clone()));

    private static SequenceNode Numbers(double[] array, string name) => new(_model, name)
    {
        Items = ObjectAddress.Of(array),
        Capacity = array.Length,
        Values = [.. array],
    };

    private static SequenceNode Numbers(List<double> list, string name) => new(_model, name)
    {
        List = ObjectAddress.Of(list),
        Items = ItemsOf(list),
        Capacity = list.Capacity,
        Values = [.. list],
    };

    private static SequenceNode Boxes(List<object> list, string name) => new(_model, name)
    {
        List = ObjectAddress.Of(list),
        Items = ItemsOf(list),
        Capacity = list.Capacity,
        Elements = [.. list.Select((element, i) => element is double value
            ? new BoxNode(_model, $"{name}[{i}]", ObjectAddress.Of(element), value)
            : throw new ArgumentException($"{name}[{i}] is {element?.GetType().Name ?? "null"}, not a boxed double.", nameof(list)))],
    };

    private static SequenceNode Lists<T>(List<List<T>> rows, string name, Func<List<T>, string, LayoutNode> ofRow) => new(_model, name)
    {
        List = ObjectAddress.Of(rows),
        Items = ItemsOf(rows),
        Capacity = rows.Capacity,
        Elements = [.. rows.Select((row, y) => ofRow(row, $"{name}[{y}]"))],
    };

    /// <summary>The list's array begins one array header before its first element.</summary>
    private static unsafe ulong ItemsOf<T>(List<T> list)
    {
        if (list.Capacity == 0) return 0;
        ref T first = ref MemoryMarshal.GetReference(CollectionsMarshal.AsSpan(list));
        return (ulong)Unsafe.AsPointer(ref first) - (ulong)(_model.ArrayHeaderBytes - _model.ArrayPointerOffset);
    }
}
