using System.Buffers.Binary;

namespace Judged;

/// <summary>How the judged method is called.</summary>
/// <param name="Repeats">1 or more.</param>
/// <param name="Stir">Change the input a little before each call.</param>
/// <param name="FirstStep">The number of the first such change; the judge continues where the last run ended.</param>
/// <param name="Outputs">A bit for each argument that the method fills: one element of each is spoiled before each call.</param>
/// <param name="Secret">Decides what is changed: an answer that counts its calls still does not know where to look.</param>
/// <param name="OutputsOnly">What the method does not fill stays in the child: sending it would take longer than a short call.</param>
internal readonly record struct RunOptions(int Repeats, bool Stir = false, int FirstStep = 0, ulong Outputs = 0, ulong Secret = 0, bool OutputsOnly = false)
{
    private const int Bytes = 25;

    public byte[] Encode()
    {
        var bytes = new byte[Bytes];
        BinaryPrimitives.WriteInt32LittleEndian(bytes, Repeats);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(4), FirstStep);
        bytes[8] = (byte)((Stir ? 1 : 0) | (OutputsOnly ? 2 : 0));
        BinaryPrimitives.WriteUInt64LittleEndian(bytes.AsSpan(9), Outputs);
        BinaryPrimitives.WriteUInt64LittleEndian(bytes.AsSpan(17), Secret);
        return bytes;
    }

    public static RunOptions Decode(ReadOnlySpan<byte> bytes) =>
        new(BinaryPrimitives.ReadInt32LittleEndian(bytes), (bytes[8] & 1) != 0, BinaryPrimitives.ReadInt32LittleEndian(bytes[4..]),
            BinaryPrimitives.ReadUInt64LittleEndian(bytes[9..]), BinaryPrimitives.ReadUInt64LittleEndian(bytes[17..]), (bytes[8] & 2) != 0);
}
