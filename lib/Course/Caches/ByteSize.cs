using System.Globalization;

namespace Course.Caches;

/// <summary>Sizes as people write them: <c>32KiB</c>, <c>1 MiB</c>, <c>32768</c>. K, KB and KiB all mean 1,024, as in hardware manuals.</summary>
public static class ByteSize
{
    private static readonly string[] Units = ["B", "KiB", "MiB", "GiB", "TiB"];

    /// <exception cref="FormatException">Not a size.</exception>
    public static long Parse(string text)
    {
        string trimmed = text.Trim();
        int digits = 0;
        while (digits < trimmed.Length && char.IsAsciiDigit(trimmed[digits])) digits++;
        int power = trimmed[digits..].Trim().ToUpperInvariant() switch
        {
            "" or "B" => 0,
            "K" or "KB" or "KIB" => 1,
            "M" or "MB" or "MIB" => 2,
            "G" or "GB" or "GIB" => 3,
            _ => -1,
        };
        if (digits == 0 || power < 0 || !long.TryParse(trimmed[..digits], NumberStyles.None, CultureInfo.InvariantCulture, out long number)
            || number > long.MaxValue >> (10 * power))
        {
            throw new FormatException($"'{text}' is not a size; write 32KiB, 1MiB or a number of bytes.");
        }
        return number << (10 * power);
    }

    /// <summary>The largest unit that leaves a whole number, else one decimal of the largest unit below it: <c>32 KiB</c>, <c>1.5 MiB</c>.</summary>
    public static string Format(long bytes)
    {
        int power = 0;
        while (power < Units.Length - 1 && bytes >> (10 * (power + 1)) > 0) power++;
        double value = (double)bytes / (1L << (10 * power));
        return string.Create(CultureInfo.InvariantCulture, $"{value:0.#} {Units[power]}");
    }
}
