using System.Globalization;
using System.Text;

namespace Course.Traces;

/// <summary>
/// Names inside a lackey trace, in lines that begin like valgrind's messages, so that other readers skip them:
/// <c>== array 10000000,16384,4,256 image</c> (address in hexadecimal, bytes, bytes of an element, bytes of a row, name; the last two
/// numbers may be missing or 0), <c>== field 8,4 z</c> (offset and bytes within an element of the array before it) and <c>== loop rows</c>
/// (from here on; without a name, no loop).
/// </summary>
internal static class LabelLine
{
    public static bool TryRead(ReadOnlySpan<byte> line, Trace into, long lineNumber)
    {
        if (!line.StartsWith("== "u8)) return false;
        string[] words = Encoding.UTF8.GetString(line[3..]).Split(' ', 3, StringSplitOptions.RemoveEmptyEntries);
        switch (words)
        {
            case ["loop", ..]:
                into.EnterLoop(words.Length == 1 ? null : string.Join(' ', words[1..]));
                return true;
            case ["array", var numbers, var name]:
                into.Define(ReadArray(numbers, name, lineNumber));
                return true;
            case ["field", var numbers, var name] when into.Arrays.Count > 1:
                long[] field = ReadNumbers(numbers, 2, lineNumber);
                into.AddField(new ArrayField(name, checked((int)Math.Min(field[0], int.MaxValue)), checked((int)Math.Min(field[1], int.MaxValue))));
                return true;
            default:
                return false;
        }
    }

    private static ArrayRegion ReadArray(string numbers, string name, long lineNumber)
    {
        string address = numbers.Split(',')[0];
        if (!ulong.TryParse(address, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out ulong first))
            throw new TraceFormatException(lineNumber, $"'{address}' is no hexadecimal address of an array.");
        long[] rest = ReadNumbers(numbers[Math.Min(address.Length + 1, numbers.Length)..], 3, lineNumber);
        return new ArrayRegion(name, first, rest[0], (int)Math.Min(rest[1], int.MaxValue), rest[2]);
    }

    private static long[] ReadNumbers(string text, int most, long lineNumber)
    {
        string[] parts = text.Split(',');
        long[] numbers = new long[most];
        if (parts.Length > most) throw new TraceFormatException(lineNumber, $"'{text}' has more than {most} numbers.");
        for (int i = 0; i < parts.Length; i++)
        {
            if (!long.TryParse(parts[i], NumberStyles.None, CultureInfo.InvariantCulture, out numbers[i]))
                throw new TraceFormatException(lineNumber, $"'{parts[i]}' is no number of bytes.");
        }
        return numbers;
    }
}
