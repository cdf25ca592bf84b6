namespace Course.Charts;

/// <summary>The outlines of the markers, one shape for each series.</summary>
internal static class Markers
{
    public static string Path(int series, double x, double y, double r)
    {
        string X(double dx) => SvgCanvas.N(x + dx * r);
        string Y(double dy) => SvgCanvas.N(y + dy * r);
        return (series % Palette.PlotlyMarkers.Length) switch
        {
            0 => $"M{X(-1)} {Y(0)}a{SvgCanvas.N(r)} {SvgCanvas.N(r)} 0 1 0 {SvgCanvas.N(2 * r)} 0a{SvgCanvas.N(r)} {SvgCanvas.N(r)} 0 1 0 {SvgCanvas.N(-2 * r)} 0Z",
            1 => $"M{X(-0.9)} {Y(-0.9)}H{X(0.9)}V{Y(0.9)}H{X(-0.9)}Z",
            2 => $"M{X(0)} {Y(-1.15)}L{X(1.1)} {Y(0.85)}H{X(-1.1)}Z",
            3 => $"M{X(0)} {Y(-1.25)}L{X(1.25)} {Y(0)}L{X(0)} {Y(1.25)}L{X(-1.25)} {Y(0)}Z",
            _ => $"M{X(-1)} {Y(-1)}L{X(1)} {Y(1)}M{X(1)} {Y(-1)}L{X(-1)} {Y(1)}",
        };
    }
}
