namespace Course.Images;

/// <summary>
/// The five row filters: each byte is stored as its difference from a prediction, made from the byte to the left (a), the one above
/// (b) and the one above left (c), modulo 256; bytes outside the picture are 0. Source: PNG specification, section 9.
/// </summary>
internal static class PngFilter
{
    public const int Count = 5;

    /// <summary>Turns a stored row into its bytes, in place.</summary>
    /// <param name="filter">0 none, 1 left, 2 above, 3 their mean rounded down, 4 Paeth.</param>
    /// <param name="row">The stored row; the result replaces it.</param>
    /// <param name="above">The finished row above, of the same length; zeros for the first.</param>
    /// <param name="distance">Bytes to the left neighbour.</param>
    public static void Undo(int filter, Span<byte> row, ReadOnlySpan<byte> above, int distance)
    {
        above = above[..row.Length];
        int first = Math.Min(distance, row.Length);
        switch (filter)
        {
            case 1:
                for (int i = first; i < row.Length; i++) row[i] += row[i - distance];
                break;
            case 2:
                for (int i = 0; i < row.Length; i++) row[i] += above[i];
                break;
            case 3:
                for (int i = 0; i < first; i++) row[i] += (byte)(above[i] >> 1);
                for (int i = first; i < row.Length; i++) row[i] += (byte)((row[i - distance] + above[i]) >> 1);
                break;
            case 4:
                for (int i = 0; i < first; i++) row[i] += above[i];
                for (int i = first; i < row.Length; i++) row[i] += Paeth(row[i - distance], above[i], above[i - distance]);
                break;
        }
    }

    /// <summary>Writes the differences of a row to <paramref name="stored"/>, which must not overlap it.</summary>
    public static void Apply(int filter, ReadOnlySpan<byte> row, ReadOnlySpan<byte> above, int distance, Span<byte> stored)
    {
        above = above[..row.Length];
        stored = stored[..row.Length];
        int first = Math.Min(distance, row.Length);
        switch (filter)
        {
            case 0:
                row.CopyTo(stored);
                break;
            case 1:
                row[..first].CopyTo(stored);
                for (int i = first; i < row.Length; i++) stored[i] = (byte)(row[i] - row[i - distance]);
                break;
            case 2:
                for (int i = 0; i < row.Length; i++) stored[i] = (byte)(row[i] - above[i]);
                break;
            case 3:
                for (int i = 0; i < first; i++) stored[i] = (byte)(row[i] - (above[i] >> 1));
                for (int i = first; i < row.Length; i++) stored[i] = (byte)(row[i] - ((row[i - distance] + above[i]) >> 1));
                break;
            case 4:
                for (int i = 0; i < first; i++) stored[i] = (byte)(row[i] - above[i]);
                for (int i = first; i < row.Length; i++) stored[i] = (byte)(row[i] - Paeth(row[i - distance], above[i], above[i - distance]));
                break;
        }
    }

    /// <summary>Whichever of the three neighbours lies nearest to a + b - c; ties go to a, then b.</summary>
    private static byte Paeth(byte a, byte b, byte c)
    {
        int fromA = Math.Abs(b - c), fromB = Math.Abs(a - c), fromC = Math.Abs(a + b - 2 * c);
        return fromA <= fromB && fromA <= fromC ? a : fromB <= fromC ? b : c;
    }
}
