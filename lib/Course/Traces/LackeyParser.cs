using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Course.Traces;

/// <summary>
/// The text of valgrind's lackey and of CS:APP's cachelab: <c>I  addr,size</c>, <c> L addr,size</c>, <c> S addr,size</c>,
/// <c> M addr,size</c>, address in hexadecimal without 0x, size in decimal; the leading blank may be missing. A line that is not of
/// this shape is skipped (valgrind's <c>==pid==</c>, the program's own output); one that is, with a broken number, is an error.
/// Names travel in lines that other readers skip, see <see cref="LabelLine"/>.
/// </summary>
internal sealed class LackeyParser : TraceTextParser
{
    private bool _hasArrays;

    public override void Parse(ReadOnlySpan<byte> lines, Trace into)
    {
        while (!lines.IsEmpty)
        {
            if (!_hasArrays) lines = ParsePlainLines(lines, into);
            int end = lines.IndexOf((byte)'\n');
            if (end < 0) break;
            Line++;
            ParseLine(lines[..end], into);
            lines = lines[(end + 1)..];
        }
    }

    private void ParseLine(ReadOnlySpan<byte> whole, Trace into)
    {
        ReadOnlySpan<byte> text = whole.TrimEnd(" \t\r"u8);
        if (LabelLine.TryRead(text, into, Line))
        {
            _hasArrays = into.Arrays.Count > 1;
            return;
        }
        if (text.StartsWith(" "u8)) text = text[1..];
        if (text.Length < 4 || KindOf(text[0]) is not { } kind || text[1] != ' ')
        {
            SkippedLines++;
            return;
        }
        text = text[1..].TrimStart((byte)' ');
        // A sentence of the program's output has no comma without a blank behind it.
        int comma = text.IndexOf((byte)',');
        if (comma <= 0 || text.Contains((byte)' '))
        {
            SkippedLines++;
            return;
        }
        ReadOnlySpan<byte> digits = text;
        if (!TryReadHex(ref digits, out ulong address)) throw Error("the address is no hexadecimal number of up to 16 digits", whole);
        if (digits.IsEmpty || digits[0] != ',') throw Error("the address is no hexadecimal number", whole);
        digits = digits[1..];
        if (!TryReadDecimal(ref digits, out int size) || !digits.IsEmpty) throw Error("the size is no decimal number up to 2147483647", whole);
        if (!Fits(address, size)) throw Error("the access runs past the end of the address space", whole);
        Append(into, address, size, kind);
    }

    private void Append(Trace into, ulong address, int size, AccessKind kind) =>
        into.Add(kind, address, size, _hasArrays ? into.FindArray(address) : (ushort)0);

    private static AccessKind? KindOf(byte letter) => letter switch
    {
        (byte)'L' => AccessKind.Load,
        (byte)'S' => AccessKind.Store,
        (byte)'M' => AccessKind.Modify,
        (byte)'I' => AccessKind.Instruction,
        _ => null,
    };

    /// <summary>Parses lines of the usual shape as long as they come, and returns the rest.</summary>
    private ReadOnlySpan<byte> ParsePlainLines(ReadOnlySpan<byte> lines, Trace into)
    {
        if (!Ssse3.IsSupported) return lines;
        // Three bytes of kind, up to 16 digits and a comma, up to two digits of size, a newline, and room to load 16 bytes at once.
        const int LongestPlainLine = 40;
        ref byte first = ref MemoryMarshal.GetReference(lines);
        int at = 0;
        while (lines.Length - at >= LongestPlainLine)
        {
            ref byte line = ref Unsafe.Add(ref first, at);
            uint head = Unsafe.ReadUnaligned<uint>(ref line) & 0xFFFFFF;
            AccessKind kind;
            if (head == (' ' | 'L' << 8 | ' ' << 16)) kind = AccessKind.Load;
            else if (head == ('I' | ' ' << 8 | ' ' << 16)) kind = AccessKind.Instruction;
            else if (head == (' ' | 'S' << 8 | ' ' << 16)) kind = AccessKind.Store;
            else if (head == (' ' | 'M' << 8 | ' ' << 16)) kind = AccessKind.Modify;
            else break;
            int digits = ReadHex(ref Unsafe.Add(ref line, 3), out ulong address);
            if (digits == 0) break;
            ref byte tail = ref Unsafe.Add(ref line, 3 + digits + 1);
            uint size = (uint)(tail - '0'), second = (uint)(Unsafe.Add(ref tail, 1) - '0');
            if (size > 9) break;
            int length = 3 + digits + 1 + 2;
            if (second <= 9)
            {
                size = 10 * size + second;
                length++;
            }
            if (Unsafe.Add(ref line, length - 1) != '\n') break;
            if (!Fits(address, (int)size)) break;
            into.Add(kind, address, (int)size);
            Line++;
            at += length;
        }
        return lines[at..];
    }

    /// <summary>Reads up to 15 hexadecimal digits that end in a comma; returns how many, or 0 when the text is anything else.</summary>
    // Lanes are bytes: c -> (c & 15) + 9 * (c >> 6) is the digit's value; then the digits move to the right end, zeros before them,
    // pairs of digits become bytes (16 * left + right), and the eight bytes are one big-endian number.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int ReadHex(ref byte text, out ulong value)
    {
        Vector128<byte> characters = Vector128.LoadUnsafe(ref text);
        int digits = System.Numerics.BitOperations.TrailingZeroCount(Vector128.Equals(characters, Vector128.Create((byte)',')).ExtractMostSignificantBits() | 0x10000);
        Vector128<byte> lower = characters | Vector128.Create((byte)0x20);
        Vector128<byte> isHex = Vector128.LessThan(characters - Vector128.Create((byte)'0'), Vector128.Create((byte)10))
            | Vector128.LessThan(lower - Vector128.Create((byte)'a'), Vector128.Create((byte)6));
        uint wanted = (1u << digits) - 1;
        if (digits is 0 or 16 || (isHex.ExtractMostSignificantBits() & wanted) != wanted)
        {
            value = 0;
            return 0;
        }
        Vector128<byte> nibbles = (characters & Vector128.Create((byte)15))
            + (Vector128.ShiftRightLogical(characters, 6) & Vector128.Create((byte)1)) * Vector128.Create((byte)9);
        Vector128<byte> order = Vector128.LoadUnsafe(ref MemoryMarshal.GetReference(RightAlign), (nuint)digits);
        Vector128<byte> aligned = Ssse3.Shuffle(nibbles, order);
        Vector128<short> pairs = Ssse3.MultiplyAddAdjacent(aligned, Vector128.Create((short)0x0110).AsSByte());
        value = BinaryPrimitives.ReverseEndianness(Sse2.PackUnsignedSaturate(pairs, pairs).AsUInt64().ToScalar());
        return digits;
    }

    /// <summary>From offset n, the shuffle that moves the first n bytes to the end; an index with the high bit set gives zero.</summary>
    private static ReadOnlySpan<byte> RightAlign =>
    [
        128, 128, 128, 128, 128, 128, 128, 128, 128, 128, 128, 128, 128, 128, 128, 128,
        0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15,
    ];
}
