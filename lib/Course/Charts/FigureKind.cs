namespace Course.Charts;

public enum FigureKind
{
    Bars,
    Lines,
    Scatter,
    HeatMap,
}
