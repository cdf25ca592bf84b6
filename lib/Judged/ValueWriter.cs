using System.Runtime.InteropServices;

namespace Judged;

/// <summary>Writes the arguments and results of a call as bytes that <see cref="ValueReader"/> reads.</summary>
/// <param name="counted">True: grids, counted arrays and functions stay here, and the reader gets forms that ask.</param>
internal sealed class ValueWriter(bool counted)
{
    private readonly MemoryStream _bytes = new();
    private int _argument;

    public static byte[] Write(IReadOnlyList<object?> values, bool counted)
    {
        var writer = new ValueWriter(counted);
        writer.Int32(values.Count);
        for (writer._argument = 0; writer._argument < values.Count; writer._argument++) writer.Value(values[writer._argument]);
        return writer._bytes.ToArray();
    }

    private void Value(object? value)
    {
        switch (value)
        {
            case null: Kind(ValueKind.Null); break;
            case bool or byte or int or long or ulong or float or double: Kind(ValueTypes.KindOf(value.GetType())); Scalar(value); break;
            case string text: Kind(ValueKind.String); Text(text); break;
            case Array array: Kind(ValueKind.Array); WriteArray(array); break;
            case CountedGrid grid: WriteGrid(grid); break;
            case CountedArray array: WriteCounted(array); break;
            case Func<long, long>: Kind(ValueKind.Function); Int32(_argument); break;
            case Func<long, Task<long>>: Kind(ValueKind.Service); Int32(_argument); break;
            default: throw new NotSupportedException($"A {value.GetType()} cannot be sent to judged code.");
        }
    }

    private void Scalar(object value)
    {
        switch (value)
        {
            case bool one: Raw(one); break;
            case byte one: Raw(one); break;
            case int one: Raw(one); break;
            case long one: Raw(one); break;
            case ulong one: Raw(one); break;
            case float one: Raw(one); break;
            case double one: Raw(one); break;
            default: break;
        }
    }

    private void WriteGrid(CountedGrid grid)
    {
        Kind(counted || grid.Pixels is null ? ValueKind.AskedGrid : ValueKind.Grid);
        Int32(grid.Width);
        Int32(grid.Height);
        if (counted || grid.Pixels is null) Int32(_argument);
        else _bytes.Write(grid.Pixels);
    }

    private void WriteCounted(CountedArray array)
    {
        Kind(counted || array.Elements is null ? ValueKind.AskedArray : ValueKind.CountedArray);
        Int32(array.Length);
        if (counted || array.Elements is null) Int32(_argument);
        else _bytes.Write(MemoryMarshal.AsBytes(array.Elements.AsSpan()));
    }

    private void WriteArray(Array array)
    {
        Type element = array.GetType().GetElementType()!;
        _bytes.WriteByte((byte)array.Rank);
        WriteType(element);
        for (int dimension = 0; dimension < array.Rank; dimension++) Int32(array.GetLength(dimension));
        if (ValueTypes.IsRaw(element)) _bytes.Write(RawBytes(array));
        else foreach (object? each in array) Value(each);
    }

    private void WriteType(Type type)
    {
        Kind(ValueTypes.KindOf(type));
        if (!type.IsArray) return;
        _bytes.WriteByte((byte)type.GetArrayRank());
        WriteType(type.GetElementType()!);
    }

    /// <summary>The memory of an array of numbers, whatever its rank.</summary>
    internal static Span<byte> RawBytes(Array array) =>
        MemoryMarshal.CreateSpan(ref MemoryMarshal.GetArrayDataReference(array), array.Length * ValueTypes.BytesOf(array.GetType().GetElementType()!));

    private void Kind(ValueKind kind) => _bytes.WriteByte((byte)kind);

    private void Int32(int value) => Raw(value);

    private void Text(string text)
    {
        // UTF-16 as it is: half of a surrogate pair travels too.
        Int32(text.Length);
        _bytes.Write(MemoryMarshal.AsBytes(text.AsSpan()));
    }

    private void Raw<T>(T value) where T : unmanaged => _bytes.Write(MemoryMarshal.AsBytes(MemoryMarshal.CreateReadOnlySpan(ref value, 1)));
}
