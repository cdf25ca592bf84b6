using System.Buffers.Binary;

namespace Judged;

/// <summary>How the judged method is called.</summary>
/// <param name="Repeats">1 or more.</param>
/// <param name="Stir">Change the input a little before each call.</param>
/// <param name="FirstStep">The number of the first such change; the judge continues where the last run ended.</param>
internal readonly record struct RunOptions(int Repeats, bool Stir = false, int FirstStep = 0)
{
    public byte[] Encode()
    {
        var bytes = new byte[9];
        BinaryPrimitives.WriteInt32LittleEndian(bytes, Repeats);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(4), FirstStep);
        bytes[8] = Stir ? (byte)1 : (byte)0;
        return bytes;
    }

    public static RunOptions Decode(ReadOnlySpan<byte> bytes) =>
        new(BinaryPrimitives.ReadInt32LittleEndian(bytes), bytes[8] != 0, BinaryPrimitives.ReadInt32LittleEndian(bytes[4..]));
}
