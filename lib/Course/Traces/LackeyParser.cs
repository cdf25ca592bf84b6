using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

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
        if (!PlainNumbers.IsSupported) return lines;
        ref byte first = ref MemoryMarshal.GetReference(lines);
        int at = 0;
        while (lines.Length - at >= PlainNumbers.LongestLine)
        {
            ref byte line = ref Unsafe.Add(ref first, at);
            uint head = Unsafe.ReadUnaligned<uint>(ref line) & 0xFFFFFF;
            AccessKind kind;
            if (head == (' ' | 'L' << 8 | ' ' << 16)) kind = AccessKind.Load;
            else if (head == ('I' | ' ' << 8 | ' ' << 16)) kind = AccessKind.Instruction;
            else if (head == (' ' | 'S' << 8 | ' ' << 16)) kind = AccessKind.Store;
            else if (head == (' ' | 'M' << 8 | ' ' << 16)) kind = AccessKind.Modify;
            else break;
            int digits = PlainNumbers.ReadHex(ref Unsafe.Add(ref line, 3), out ulong address);
            if (digits == 0 || Unsafe.Add(ref line, 3 + digits) != ',') break;
            int tail = PlainNumbers.ReadSizeAndNewline(ref Unsafe.Add(ref line, 3 + digits + 1), out int size);
            if (tail == 0 || !Fits(address, size)) break;
            into.Add(kind, address, size);
            Line++;
            at += 3 + digits + 1 + tail;
        }
        return lines[at..];
    }
}
