using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Course.Traces;

/// <summary>
/// Dinero's text: <c>label address</c>, or <c>label address size</c>, address in hexadecimal. Label 0 or r reads, 1 or w writes,
/// 2 or i fetches an instruction. Without a size an access has 4 bytes, as in Dinero. Lines that are empty or begin with # are skipped.
/// </summary>
internal sealed class DinParser : TraceTextParser
{
    private const int WordBytes = 4;

    public override void Parse(ReadOnlySpan<byte> lines, Trace into)
    {
        while (!lines.IsEmpty)
        {
            lines = ParsePlainLines(lines, into);
            int end = lines.IndexOf((byte)'\n');
            if (end < 0) break;
            Line++;
            ParseLine(lines[..end], into);
            lines = lines[(end + 1)..];
        }
    }

    private void ParseLine(ReadOnlySpan<byte> whole, Trace into)
    {
        ReadOnlySpan<byte> text = whole.Trim(" \t\r"u8);
        if (text.IsEmpty || text[0] == '#')
        {
            SkippedLines++;
            return;
        }
        AccessKind kind = text[0] switch
        {
            (byte)'0' or (byte)'r' => AccessKind.Load,
            (byte)'1' or (byte)'w' => AccessKind.Store,
            (byte)'2' or (byte)'i' => AccessKind.Instruction,
            _ => throw Error("the label is none of 0, 1, 2, r, w, i", whole),
        };
        ReadOnlySpan<byte> rest = text[1..];
        if (rest.IsEmpty || rest[0] is not ((byte)' ' or (byte)'\t')) throw Error("no blank follows the label", whole);
        rest = rest.TrimStart(" \t"u8);
        if (rest.StartsWith("0x"u8)) rest = rest[2..];
        if (!TryReadHex(ref rest, out ulong address)) throw Error("the address is no hexadecimal number of up to 16 digits", whole);
        if (!rest.IsEmpty && rest[0] is not ((byte)' ' or (byte)'\t')) throw Error("the address is no hexadecimal number", whole);
        rest = rest.TrimStart(" \t"u8);
        int size = WordBytes;
        if (!rest.IsEmpty && (!TryReadDecimal(ref rest, out size) || !rest.IsEmpty)) throw Error("the size is no decimal number up to 2147483647", whole);
        if (!Fits(address, size)) throw Error("the access runs past the end of the address space", whole);
        into.Add(kind, address, size);
    }

    /// <summary>Parses lines of the usual shape as long as they come, and returns the rest.</summary>
    private ReadOnlySpan<byte> ParsePlainLines(ReadOnlySpan<byte> lines, Trace into)
    {
        if (!PlainNumbers.IsSupported) return lines;
        ref byte first = ref MemoryMarshal.GetReference(lines);
        int at = 0;
        while (lines.Length - at >= PlainNumbers.LongestLine)
        {
            ref byte line = ref Unsafe.Add(ref first, at);
            AccessKind kind;
            if (line is (byte)'0' or (byte)'r') kind = AccessKind.Load;
            else if (line is (byte)'1' or (byte)'w') kind = AccessKind.Store;
            else if (line is (byte)'2' or (byte)'i') kind = AccessKind.Instruction;
            else break;
            int digits = PlainNumbers.ReadHex(ref Unsafe.Add(ref line, 2), out ulong address);
            if (digits == 0 || Unsafe.Add(ref line, 1) != ' ') break;
            ref byte end = ref Unsafe.Add(ref line, 2 + digits);
            int size = WordBytes, tail = 0;
            if (end != '\n')
            {
                tail = PlainNumbers.ReadSizeAndNewline(ref Unsafe.Add(ref end, 1), out size);
                if (end != ' ' || tail == 0) break;
            }
            if (!Fits(address, size)) break;
            into.Add(kind, address, size);
            Line++;
            at += 2 + digits + 1 + tail;
        }
        return lines[at..];
    }
}
