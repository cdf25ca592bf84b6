namespace Course.Charts;

public enum FigureKind
{
    Bars,
    Strip,
    Lines,
    Scatter,
    HeatMap,
}
