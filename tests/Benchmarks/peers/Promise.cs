namespace Peers;

/// <summary>What a contestant's result is to be, given the true mean: it is held to this before it is timed.</summary>
/// <param name="Lowest">The least that result minus true mean may be.</param>
/// <param name="Highest">The most.</param>
/// <param name="Rounding">The same in words.</param>
internal sealed record Promise(Border Border, double Lowest, double Highest, string Rounding)
{
    /// <summary>The only integer within a half of the mean of an odd number of integers: bit for bit one result.</summary>
    public static Promise Nearest(Border border) => new(border, -0.5, 0.5, "to nearest");

    /// <summary>Floating point, for pixels below 256.</summary>
    public static Promise Unrounded(Border border) => new(border, -2e-4, 2e-4, "none");

    /// <summary>In 32-bit floats, large windows miss the nearest integer here and there.</summary>
    public static Promise Nearly(Border border, double beyond) => new(border, -0.5 - beyond, 0.5 + beyond, $"to nearest, up to {beyond:0.0##} beyond");

    /// <summary>Rows are rounded, then columns of the rounded rows.</summary>
    public static Promise RoundedTwice(Border border) => new(border, -1, 1, "to nearest twice");

    /// <summary>Rows are truncated, then columns of the truncated rows.</summary>
    public static Promise TruncatedTwice(Border border) => new(border, -2, 0, "truncated twice");

    public static Promise Bound { get; } = new(Border.Bound, 0, 0, "none");

    public static Promise Copy { get; } = new(Border.NoBlur, 0, 0, "none");
}
