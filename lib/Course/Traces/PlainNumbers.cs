using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Course.Traces;

/// <summary>The numbers of usual trace lines, read without a loop. What is unusual is left to <see cref="TraceTextParser"/>.</summary>
internal static class PlainNumbers
{
    /// <summary>Bytes that must be readable behind the start of a line: a head, 15 digits, a size, and room to load 16 bytes at once.</summary>
    public const int LongestLine = 40;

    public static bool IsSupported => Ssse3.IsSupported;

    /// <summary>Reads up to 15 hexadecimal digits and returns how many there are; 0 when there are none, or more.</summary>
    // Lanes are bytes: c -> (c & 15), and 9 more for a letter, is the digit's value; then the digits move to the right end, zeros before
    // them, pairs of digits become bytes (16 * left + right), and the eight bytes are one big-endian number.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int ReadHex(ref byte text, out ulong value)
    {
        Vector128<byte> characters = Vector128.LoadUnsafe(ref text);
        Vector128<byte> isDecimal = Vector128.LessThan(characters - Vector128.Create((byte)'0'), Vector128.Create((byte)10));
        Vector128<byte> isLetter = Vector128.LessThan((characters | Vector128.Create((byte)0x20)) - Vector128.Create((byte)'a'), Vector128.Create((byte)6));
        int digits = BitOperations.TrailingZeroCount(~(isDecimal | isLetter).ExtractMostSignificantBits());
        if (digits > 15) digits = 0;
        Vector128<byte> nibbles = (characters & Vector128.Create((byte)15)) + (isLetter & Vector128.Create((byte)9));
        Vector128<byte> order = Vector128.LoadUnsafe(ref MemoryMarshal.GetReference(RightAlign), (nuint)digits);
        Vector128<byte> aligned = Ssse3.Shuffle(nibbles, order);
        Vector128<short> pairs = Ssse3.MultiplyAddAdjacent(aligned, Vector128.Create((short)0x0110).AsSByte());
        value = BinaryPrimitives.ReverseEndianness(Sse2.PackUnsignedSaturate(pairs, pairs).AsUInt64().ToScalar());
        return digits;
    }

    /// <summary>Reads one or two decimal digits and the newline behind them, and returns the bytes of all; 0 when the text is anything else.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int ReadSizeAndNewline(ref byte text, out int size)
    {
        size = text - '0';
        int second = Unsafe.Add(ref text, 1) - '0', length = 2;
        if ((uint)second <= 9)
        {
            size = 10 * size + second;
            length = 3;
        }
        return (uint)(text - '0') <= 9 && Unsafe.Add(ref text, length - 1) == '\n' ? length : 0;
    }

    /// <summary>From offset n, the shuffle that moves the first n bytes to the end; an index with the high bit set gives zero.</summary>
    private static ReadOnlySpan<byte> RightAlign =>
    [
        128, 128, 128, 128, 128, 128, 128, 128, 128, 128, 128, 128, 128, 128, 128, 128,
        0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15,
    ];
}
