using System.Runtime.InteropServices;

namespace Judged;

/// <summary>
/// Reads what <see cref="ValueWriter"/> wrote, or anything else: no length is believed beyond the bytes that are there, and nesting ends
/// at <see cref="DeepestNesting"/>.
/// </summary>
internal ref struct ValueReader
{
    private const int DeepestNesting = 8, MostArguments = 64;

    private ReadOnlySpan<byte> _rest;
    private int _depth;

    private ValueReader(ReadOnlySpan<byte> bytes) => _rest = bytes;

    /// <exception cref="InvalidDataException">The bytes are no values.</exception>
    public static object?[] Read(ReadOnlySpan<byte> bytes)
    {
        var reader = new ValueReader(bytes);
        int count = reader.Raw<int>();
        if (count is < 0 or > MostArguments) throw new InvalidDataException($"{count} values at once do not exist.");
        var values = new object?[count];
        for (int i = 0; i < count; i++) values[i] = reader.Value();
        return reader._rest.IsEmpty ? values : throw new InvalidDataException("Bytes are left over behind the last value.");
    }

    private object? Value()
    {
        var kind = (ValueKind)Raw<byte>();
        switch (kind)
        {
            case ValueKind.Null: return null;
            case ValueKind.Boolean: return Raw<byte>() != 0;
            case ValueKind.Byte: return Raw<byte>();
            case ValueKind.Int32: return Raw<int>();
            case ValueKind.Int64: return Raw<long>();
            case ValueKind.UInt64: return Raw<ulong>();
            case ValueKind.Single: return Raw<float>();
            case ValueKind.Double: return Raw<double>();
            case ValueKind.String: return new string(MemoryMarshal.Cast<byte, char>(Take(Raw<int>(), sizeof(char))));
            case ValueKind.Array: return ReadArray();
            case ValueKind.Grid:
                int width = Length(), height = Length();
                return new CountedGrid(width, height, Take((long)width * height, 1).ToArray());
            case ValueKind.CountedArray: return new CountedArray(MemoryMarshal.Cast<byte, long>(Take(Raw<int>(), sizeof(long))).ToArray());
            case ValueKind.AskedGrid: return new CountedGrid(Length(), Length(), Raw<int>());
            case ValueKind.AskedArray: return new CountedArray(Length(), Raw<int>());
            case ValueKind.Function:
                int function = Raw<int>();
                return (Func<long, long>)(with => Asking.Call(function, with));
            case ValueKind.Service:
                int service = Raw<int>();
                return (Func<long, Task<long>>)(with => Asking.Start(service, with));
            default: throw new InvalidDataException($"A value of kind {(byte)kind} does not exist.");
        }
    }

    private Array ReadArray()
    {
        if (++_depth > DeepestNesting) throw new InvalidDataException($"Arrays are nested more than {DeepestNesting} deep.");
        int rank = Raw<byte>();
        if (rank is < 1 or > 4) throw new InvalidDataException($"An array of {rank} dimensions does not exist here.");
        Type element = ReadType(0);
        var lengths = new int[rank];
        long count = 1;
        for (int i = 0; i < rank; i++)
        {
            lengths[i] = Length();
            count = Math.Min(count * lengths[i], int.MaxValue);
        }
        bool raw = ValueTypes.IsRaw(element);
        // Every element takes at least one byte, so a length beyond the rest is a lie.
        if (count > _rest.Length) throw new InvalidDataException($"{count:N0} elements do not fit into {_rest.Length:N0} bytes.");
        ReadOnlySpan<byte> bytes = raw ? Take(count, ValueTypes.BytesOf(element)) : [];
        Array array = Array.CreateInstance(element, lengths);
        if (raw) bytes.CopyTo(ValueWriter.RawBytes(array));
        else Fill(array, (int)count, lengths, element);
        _depth--;
        return array;
    }

    private void Fill(Array array, int count, int[] lengths, Type element)
    {
        var index = new int[lengths.Length];
        for (int i = 0; i < count; i++)
        {
            object? value = Value();
            if (value is not null && value.GetType() != element) throw new InvalidDataException("An element is of another type than its array.");
            array.SetValue(value, index);
            for (int dimension = lengths.Length - 1; dimension >= 0 && ++index[dimension] == lengths[dimension]; dimension--) index[dimension] = 0;
        }
    }

    private Type ReadType(int depth)
    {
        var kind = (ValueKind)Raw<byte>();
        if (kind != ValueKind.Array) return ValueTypes.TypeOf(kind);
        int rank = Raw<byte>();
        if (depth > DeepestNesting || rank is < 1 or > 4) throw new InvalidDataException("Such an array type does not exist here.");
        Type element = ReadType(depth + 1);
        return rank == 1 ? element.MakeArrayType() : element.MakeArrayType(rank);
    }

    private int Length() => Raw<int>() is >= 0 and var length ? length : throw new InvalidDataException("A length is negative.");

    private ReadOnlySpan<byte> Take(long count, int bytesEach)
    {
        if (count < 0 || count * bytesEach > _rest.Length) throw new InvalidDataException($"{count:N0} elements are announced, {_rest.Length:N0} bytes are there.");
        ReadOnlySpan<byte> taken = _rest[..(int)(count * bytesEach)];
        _rest = _rest[taken.Length..];
        return taken;
    }

    private T Raw<T>() where T : unmanaged => MemoryMarshal.Read<T>(Take(1, System.Runtime.CompilerServices.Unsafe.SizeOf<T>()));
}
