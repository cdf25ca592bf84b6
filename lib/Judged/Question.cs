using System.Buffers.Binary;

namespace Judged;

/// <summary>One question to the judge, 29 bytes on the wire.</summary>
/// <param name="Number">The answer carries the same; a write has none.</param>
/// <param name="Argument">Which argument of the call is meant.</param>
/// <param name="Index">The element, or what the function is called with.</param>
internal readonly record struct Question(long Number, AskKind Kind, int Argument, long Index, long Value)
{
    private const int Bytes = 29;

    public byte[] Encode()
    {
        var bytes = new byte[Bytes];
        bytes[0] = (byte)Kind;
        BinaryPrimitives.WriteInt64LittleEndian(bytes.AsSpan(1), Number);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(9), Argument);
        BinaryPrimitives.WriteInt64LittleEndian(bytes.AsSpan(13), Index);
        BinaryPrimitives.WriteInt64LittleEndian(bytes.AsSpan(21), Value);
        return bytes;
    }

    /// <exception cref="InvalidDataException">The bytes are no question.</exception>
    public static Question Decode(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length != Bytes || bytes[0] > (byte)AskKind.Start) throw new InvalidDataException("These bytes are no question.");
        return new(BinaryPrimitives.ReadInt64LittleEndian(bytes[1..]), (AskKind)bytes[0], BinaryPrimitives.ReadInt32LittleEndian(bytes[9..]),
            BinaryPrimitives.ReadInt64LittleEndian(bytes[13..]), BinaryPrimitives.ReadInt64LittleEndian(bytes[21..]));
    }

    /// <summary>An answer on the wire: the question's number and the value.</summary>
    public static byte[] EncodeAnswer(long number, long value)
    {
        var bytes = new byte[16];
        BinaryPrimitives.WriteInt64LittleEndian(bytes, number);
        BinaryPrimitives.WriteInt64LittleEndian(bytes.AsSpan(8), value);
        return bytes;
    }
}
