using Display;

namespace Course.Charts;

/// <summary>
/// A chart as data. Shown as a Plotly figure where the front end draws those, as a drawing (SVG) everywhere else, and as a table of
/// the same numbers in plain text. Immutable: each method returns a changed copy, so cells can chain them.
/// </summary>
[TypeFormatterSource(typeof(DisplayableFormatters), PreferredMimeTypes = ["application/vnd.plotly.v1+json", "image/svg+xml", "text/plain"])]
public sealed record Figure : IDisplayable
{
    internal Figure(FigureKind kind, string title, Axis x, Axis y) => (Kind, Title, X, Y) = (kind, title, x, y);

    public FigureKind Kind { get; }

    public string Title { get; }

    /// <summary>The axis drawn from left to right. Bars lie, so theirs measures the values.</summary>
    public Axis X { get; private init; }

    /// <summary>The axis drawn upwards; unused by bars. A heat map's values are measured by <see cref="Values"/>.</summary>
    public Axis Y { get; private init; }

    /// <summary>What the numbers mean: the axis of the bars' lengths, of the lines' heights, of the cells' colours.</summary>
    public Axis Values => Kind switch { FigureKind.Bars or FigureKind.Strip => X, FigureKind.HeatMap => Shades, _ => Y };

    public IReadOnlyList<Series> Series { get; init; } = [];

    /// <summary>The labels of the bars or rows, top to bottom.</summary>
    public IReadOnlyList<string> Categories { get; init; } = [];

    public HeatGrid? Grid { get; init; }

    public IReadOnlyList<Mark> Marks { get; private init; } = [];

    /// <summary>Sentences under the figure.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    internal Axis Shades { get; init; } = Axis.None;

    /// <summary>Every step to the right multiplies. Values of zero and less cannot be drawn then, and a note counts them.</summary>
    public Figure LogX() => this with { X = X with { Log = true } };

    /// <summary>Every step upwards multiplies. Values of zero and less cannot be drawn then, and a note counts them.</summary>
    public Figure LogY() => this with { Y = Y with { Log = true } };

    /// <summary>A labelled vertical line; left out of the drawing where it lies outside the values.</summary>
    public Figure MarkX(string label, double value) => this with { Marks = [.. Marks, new Mark(label, value, Vertical: true)] };

    /// <summary>A vertical line for each, such as the sizes of caches.</summary>
    public Figure MarkX(params IEnumerable<(string Label, double Value)> marks) =>
        marks.Aggregate(this, (figure, mark) => figure.MarkX(mark.Label, mark.Value));

    /// <summary>A labelled horizontal line; left out of the drawing where it lies outside the values.</summary>
    public Figure MarkY(string label, double value) => this with { Marks = [.. Marks, new Mark(label, value, Vertical: false)] };

    /// <summary>
    /// Goes on with lines beyond their last point, dotted, after a mark where the measured part ends; a note names each and what it follows.
    /// </summary>
    /// <param name="lines">The name of a line of this figure, what its calculated part follows (e.g. "n²"), and that part, its first point where the line ends.</param>
    public Figure Extrapolate(params IEnumerable<(string Name, string Follows, IEnumerable<(double X, double Y)> Points)> lines)
    {
        var given = lines.DistinctBy(line => line.Name).ToDictionary(line => line.Name);
        Series[] extended = [.. Series.Select(series => given.TryGetValue(series.Name, out var line)
            ? series with { Beyond = [.. line.Points.Select(point => new Point(point.X, point.Y, point.Y, point.Y))] } : series)];
        Figure result = this with { Series = extended };
        return given.Count == 0 ? result
            : result.Note($"Dotted beyond the bar: extrapolated, not measured ({string.Join("; ", given.Values.Select(line => $"{line.Name} as {line.Follows}"))}).");
    }

    /// <summary>Draws one series of scattered points as a line, such as a limit that the others are held against.</summary>
    public Figure Join(string name) => this with { Series = [.. Series.Select(series => series.Name == name ? series with { Joined = true } : series)] };

    public Figure Note(string sentence) => this with { Notes = [.. Notes, sentence] };

    /// <summary>True for figures whose values lie in labelled rows, so that <see cref="Point.X"/> is the row.</summary>
    internal bool HasRows => Kind is FigureKind.Bars or FigureKind.Strip;

    /// <summary>True where a point has a place on both axes.</summary>
    public bool CanDraw(Point point)
    {
        double along = HasRows ? point.Y : point.X;
        return double.IsFinite(point.X) && double.IsFinite(point.Y) && (!X.Log || along > 0) && (HasRows || !Y.Log || point.Y > 0);
    }

    /// <summary>The notes, and how many values could not be drawn.</summary>
    public IEnumerable<string> AllNotes()
    {
        int hidden = Series.Sum(series => series.Points.Count(point => !CanDraw(point)));
        string reason = X.Log || Y.Log ? "it is no positive number, and the scale is logarithmic" : "it is no number";
        return hidden == 0 ? Notes : [.. Notes, hidden == 1 ? $"One value is not drawn: {reason}." : $"{hidden} values are not drawn ({reason})."];
    }

    public MimeBundle ToBundle() => new MimeBundle()
        .Add("application/vnd.plotly.v1+json", PlotlyJson.Write(this))
        .Add("image/svg+xml", SvgFigure.Write(this))
        .Add("text/plain", TextTable.Write(this));

    public override string ToString() => TextTable.Write(this);
}
