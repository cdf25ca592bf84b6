namespace Course.Charts;

/// <summary>One value of a figure. Bars stand at X = 0, 1, 2, … in the order of their labels.</summary>
/// <param name="Low">The lower end of the error bar; equal to Y where there is none.</param>
/// <param name="High">The upper end of the error bar; equal to Y where there is none.</param>
public readonly record struct Point(double X, double Y, double Low, double High)
{
    public bool HasSpread => double.IsFinite(Low) && double.IsFinite(High) && Low < High;
}
