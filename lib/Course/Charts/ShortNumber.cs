using System.Globalization;

namespace Course.Charts;

/// <summary>Numbers as a reader wants them: three significant digits, no noise, and counts up to 9,999 exactly.</summary>
public static class ShortNumber
{
    /// <summary>Below it whole numbers are counts, and as short as their rounded form.</summary>
    private const double LeastRounded = 10_000;

    /// <summary>"12.3", "1,230" for 1234.5, "1,234" for 1234, "0.00123"; "1.23e7" from ten million up and "1.23e-5" below a ten-thousandth; "none" for what is not finite.</summary>
    public static string Format(double value)
    {
        if (!double.IsFinite(value)) return "none";
        if (double.IsInteger(value) && Math.Abs(value) < LeastRounded) return ((int)value).ToString("N0", CultureInfo.InvariantCulture);
        // Rounded first, because 9.996 is "10", not "10.00".
        double rounded = double.Parse(value.ToString("E2", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
        double size = Math.Abs(rounded);
        if (!double.IsFinite(rounded) || size >= 1e7 || size < 1e-4)
        {
            string[] parts = value.ToString("E2", CultureInfo.InvariantCulture).Split('E');
            return $"{parts[0].TrimEnd('0').TrimEnd('.')}e{int.Parse(parts[1], CultureInfo.InvariantCulture)}";
        }
        int decimals = Math.Clamp(2 - (int)Math.Floor(Math.Log10(size)), 0, 6);
        string text = rounded.ToString("N" + decimals, CultureInfo.InvariantCulture);
        return decimals > 0 ? text.TrimEnd('0').TrimEnd('.') : text;
    }

    /// <summary>"48 KiB", "1.5 MiB", "64 B".</summary>
    public static string Bytes(double bytes)
    {
        string[] units = ["B", "KiB", "MiB", "GiB", "TiB"];
        int unit = 0;
        while (unit + 1 < units.Length && Math.Abs(bytes) >= 1024)
        {
            bytes /= 1024;
            unit++;
        }
        return double.IsFinite(bytes) ? $"{Format(bytes)} {units[unit]}" : "none";
    }
}
