namespace Course.Images;

/// <summary>
/// Reads PGM and PPM, as text (P2, P3) and binary (P5, P6), with a largest value of 1 to 65535; values become 8 bits, rounded to
/// nearest. Only the first picture of a file is read. Source: netpbm.sourceforge.net/doc/pgm.html and ppm.html.
/// </summary>
internal static class PnmReader
{
    public static bool Recognises(ReadOnlySpan<byte> start) =>
        start.Length >= 2 && start[0] == 'P' && start[1] is (byte)'2' or (byte)'3' or (byte)'5' or (byte)'6';

    public static Picture Read(ImageBytes bytes)
    {
        Span<byte> magic = stackalloc byte[2];
        bytes.Read(magic, "header");
        int channels = magic[1] is (byte)'2' or (byte)'5' ? 1 : 3;
        bool isText = magic[1] is (byte)'2' or (byte)'3';
        long width = ReadNumber(bytes, "width", int.MaxValue);
        long height = ReadNumber(bytes, "height", int.MaxValue);
        int max = (int)ReadNumber(bytes, "largest value", 65535);
        if (max == 0) throw bytes.Error("header", bytes.Position, "the largest value is 0; it must be 1 to 65535.");

        // The least that a value takes; as text it is a digit.
        int bytesPerValue = !isText && max > 255 ? 2 : 1;
        Picture picture = bytes.Allocate(width, height, channels, 8 * bytesPerValue * channels, 1, bytes.Position);
        byte[] stored = isText ? [] : new byte[(long)picture.Width * channels * bytesPerValue];
        for (int y = 0; y < picture.Height; y++)
        {
            if (isText) ReadTextRow(bytes, picture.Samples.Row(y), max);
            else ReadBinaryRow(bytes, stored, picture.Samples.Row(y), max);
        }
        return picture;
    }

    private static void ReadTextRow(ImageBytes bytes, Span<byte> row, int max)
    {
        foreach (ref byte value in row) value = ToByte((int)ReadNumber(bytes, "value", max), max);
    }

    private static void ReadBinaryRow(ImageBytes bytes, Span<byte> stored, Span<byte> row, int max)
    {
        long offset = bytes.Position;
        bytes.Read(stored, "pixels");
        int bytesPerValue = max > 255 ? 2 : 1;
        for (int i = 0; i < row.Length; i++)
        {
            int value = bytesPerValue == 1 ? stored[i] : stored[2 * i] << 8 | stored[2 * i + 1];
            if (value > max) throw bytes.Error("pixels", offset + i * bytesPerValue, $"the value {value} is above {max}, the largest that the header states.");
            row[i] = ToByte(value, max);
        }
    }

    private static byte ToByte(int value, int max) => (byte)((value * 255 + max / 2) / max);

    /// <summary>A decimal number after blanks and comments, and the one blank or end of file behind it.</summary>
    private static long ReadNumber(ImageBytes bytes, string what, int largest)
    {
        int next = bytes.ReadByte();
        while (IsBlank(next) || next == '#')
        {
            if (next == '#') while (next is not ('\n' or '\r' or -1)) next = bytes.ReadByte();
            else next = bytes.ReadByte();
        }
        long offset = next < 0 ? bytes.Position : bytes.Position - 1;
        if (next < 0) throw bytes.Error(what, offset, "the file ends before it; it was cut short.");
        if (!char.IsAsciiDigit((char)next)) throw bytes.Error(what, offset, $"a decimal number was expected, not byte {next:X2}.");
        long number = 0;
        for (; next >= 0 && char.IsAsciiDigit((char)next); next = bytes.ReadByte())
        {
            number = number * 10 + (next - '0');
            if (number > largest) throw bytes.Error(what, offset, $"the number is above {largest}.");
        }
        if (next >= 0 && !IsBlank(next)) throw bytes.Error(what, offset, $"byte {next:X2} stands inside the number.");
        return number;
    }

    private static bool IsBlank(int b) => b is ' ' or '\t' or '\n' or '\r' or '\v' or '\f';
}
