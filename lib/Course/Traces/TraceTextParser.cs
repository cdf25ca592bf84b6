namespace Course.Traces;

/// <summary>Turns whole lines of text into accesses.</summary>
internal abstract class TraceTextParser
{
    /// <summary>Lines parsed so far, skipped ones included.</summary>
    public long Line { get; private protected set; }

    /// <summary>Lines that are no accesses, such as valgrind's own messages.</summary>
    public long SkippedLines { get; private protected set; }

    /// <summary>Parses lines that each end in a newline.</summary>
    /// <exception cref="TraceFormatException">A line that looks like an access and is none.</exception>
    public abstract void Parse(ReadOnlySpan<byte> lines, Trace into);

    private protected TraceFormatException Error(string problem, ReadOnlySpan<byte> line) =>
        new(Line, $"{problem} in '{Excerpt(line)}'.");

    /// <summary>Reads hexadecimal digits; false when there are none or more than 16 significant ones.</summary>
    private protected static bool TryReadHex(ref ReadOnlySpan<byte> text, out ulong value)
    {
        value = 0;
        int at = 0;
        for (; at < text.Length && char.IsAsciiHexDigit((char)text[at]); at++)
        {
            if (value >> 60 != 0) return false;
            value = (value << 4) | (uint)((text[at] & 0xF) + 9 * (text[at] >> 6));
        }
        text = text[at..];
        return at > 0;
    }

    /// <summary>Reads decimal digits; false when there are none or the number does not fit in an int.</summary>
    private protected static bool TryReadDecimal(ref ReadOnlySpan<byte> text, out int value)
    {
        long number = 0;
        int at = 0;
        for (; at < text.Length && char.IsAsciiDigit((char)text[at]); at++)
        {
            number = number * 10 + (text[at] - '0');
            if (number > int.MaxValue) number = int.MaxValue + 1L;
        }
        text = text[at..];
        value = unchecked((int)number);
        return at > 0 && number <= int.MaxValue;
    }

    /// <summary>Whether [address, address + size) stays below the last byte of the address space.</summary>
    private protected static bool Fits(ulong address, int size) => address <= ulong.MaxValue - 1 - (ulong)size;

    private static string Excerpt(ReadOnlySpan<byte> line)
    {
        Span<char> shown = stackalloc char[Math.Min(line.Length, 60)];
        for (int i = 0; i < shown.Length; i++) shown[i] = line[i] is >= 32 and < 127 ? (char)line[i] : '?';
        return shown.ToString() + (line.Length > shown.Length ? "..." : "");
    }
}
