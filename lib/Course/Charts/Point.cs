namespace Course.Charts;

/// <summary>One value of a figure. In bars and strips X is the row, 0 on top, and Y the value.</summary>
/// <param name="Low">The lower end of the error bar; equal to Y where there is none.</param>
/// <param name="High">The upper end of the error bar; equal to Y where there is none.</param>
public readonly record struct Point(double X, double Y, double Low, double High)
{
    public bool HasSpread => double.IsFinite(Low) && double.IsFinite(High) && Low < High;
}
