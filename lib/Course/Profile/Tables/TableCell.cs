namespace Course.Profile.Tables;

/// <summary>What a cell says, and the number it is sorted by.</summary>
public readonly record struct TableCell(string Text, double Value = 0)
{
    public static implicit operator TableCell(string text) => new(text);

    /// <summary>A whole number with thousands apart.</summary>
    public static TableCell Count(double value) => new($"{value:N0}", value);

    /// <summary>Three places that count: 0.123, 1.23, 12.3, 123, 1,234.</summary>
    public static TableCell Quantity(double value)
    {
        int decimals = value is 0 or >= 100 ? 0 : Math.Clamp(2 - (int)Math.Floor(Math.Log10(value)), 0, 6);
        return new(value.ToString("N" + decimals), value);
    }

    public static TableCell Share(double share) => new($"{100 * share:N1} %", share);
}
