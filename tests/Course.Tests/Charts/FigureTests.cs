using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using Course.Charts;
using Display;

namespace Course.Tests.Charts;

public sealed class FigureTests
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    private static readonly Figure Blur = Chart.Bars("One blur", "ms",
        [("lists", 48.23, 46.0, 52.0), ("flat array", 3.301, 3.2, 3.5), ("vectors", 0.1212, 0.118, 0.13)]);

    [Fact]
    public void AnyFigureHasThreeSoundForms()
    {
        var random = new Random(7);
        for (int round = 0; round < 400; round++)
        {
            Figure figure = AnyFigure.From(random);
            var (plotly, svg, text) = Forms(figure);

            XElement drawing = XDocument.Parse(svg).Root!;
            Assert.Equal("img", drawing.Attribute("role")!.Value);
            Assert.DoesNotContain(drawing.Descendants(), element => element.Name.LocalName is "script" or "foreignObject" or "image" or "use");
            Assert.All(drawing.Descendants().Attributes(), attribute => Assert.False(attribute.Name.LocalName.StartsWith("on") || attribute.Value.Contains("NaN") || attribute.Value.Contains('∞')));
            // JSON has no word for NaN and infinity; parsing what was written proves that none slipped through.
            JsonNode.Parse(plotly.ToJsonString());
            Assert.DoesNotContain(text, c => char.IsControl(c) && c != '\n' && c != '\r');
        }
    }

    [Fact]
    public void EveryCoordinateLiesInsideTheDrawing()
    {
        var random = new Random(11);
        for (int round = 0; round < 200; round++)
        {
            XElement drawing = XDocument.Parse(Forms(AnyFigure.From(random)).Svg).Root!;
            foreach (XElement layout in drawing.Elements(Svg + "svg"))
            {
                double[] box = [.. layout.Attribute("viewBox")!.Value.Split(' ').Select(Number)];
                foreach (XElement text in layout.Descendants(Svg + "text"))
                {
                    double size = Number(text.Attribute("font-size")!.Value), x = Number(text.Attribute("x")!.Value);
                    // Even in the narrowest of fonts, where a letter is less than half as wide as high.
                    double width = 0.4 * size * text.Value.Length;
                    (double left, double right) = (string?)text.Attribute("text-anchor") switch { "end" => (x - width, x), "middle" => (x - width / 2, x + width / 2), _ => (x, x + width) };
                    Assert.True(left >= 0 && right <= box[2] && size >= 11, text.ToString());
                    Assert.InRange(Number(text.Attribute("y")!.Value), 0, box[3]);
                }
                foreach (XElement bar in layout.Descendants(Svg + "rect"))
                    Assert.InRange(Number(bar.Attribute("x")!.Value) + Number(bar.Attribute("width")!.Value), 0, box[2] + 0.01);
            }
        }
    }

    [Fact]
    public void AllThreeFormsTellTheSameNumbers()
    {
        var (plotly, svg, text) = Forms(Blur);
        double[] drawn = [.. plotly["data"]![0]!["x"]!.AsArray().Select(value => value!.GetValue<double>())];
        string[] expected = [.. drawn.Select(value => $"{ShortNumber.Format(value)} ms")];

        Assert.Equal([48.23, 3.301, 0.1212], drawn);
        Assert.All(expected, number => Assert.Contains(number, text));
        Assert.All(XDocument.Parse(svg).Root!.Elements(Svg + "svg"), layout =>
            Assert.Equal(expected, layout.Elements(Svg + "text").Select(element => element.Value).Where(value => value.EndsWith(" ms"))));
        Assert.Contains("vectors 0.121 ms [0.118 .. 0.13]", XDocument.Parse(svg).Root!.Element(Svg + "desc")!.Value);
    }

    [Fact]
    public void BarsAreAsLongAsTheirValues()
    {
        var bars = Layout(Blur).Elements(Svg + "rect").Skip(1).Select(bar => Number(bar.Attribute("width")!.Value)).ToArray();
        Assert.Equal(48.23 / 3.301, bars[0] / bars[1], 0.05);
    }

    [Fact]
    public void OnALogarithmicScaleEveryTenfoldIsTheSameStep()
    {
        var bars = Layout(Chart.Bars("", "ms", ("a", 2.0), ("b", 20.0), ("c", 200.0)).LogX()).Elements(Svg + "rect").Skip(1)
            .Select(bar => Number(bar.Attribute("width")!.Value)).ToArray();
        Assert.Equal(bars[1] - bars[0], bars[2] - bars[1], 0.02);
    }

    [Fact]
    public void WhatALogarithmicScaleCannotShowIsCounted()
    {
        Figure figure = Chart.Lines("", "n", "ms", [(1, 1), (2, -1), (3, 0), (4, double.NaN), (5, 10)]).LogY();
        Assert.Contains("3 values are not drawn", figure.AllNotes().Single());
        Assert.Contains("3 values are not drawn", Forms(figure).Text);
        // A missing value leaves a gap: two strokes are begun, none is drawn.
        string line = Layout(figure).Elements(Svg + "path").Select(path => path.Attribute("d")!.Value).First(d => d.Count(c => c == 'M') == 2 && !d.Contains('Z'));
        Assert.DoesNotContain('L', line);
    }

    [Fact]
    public void MarksAreDrawnWhereTheyBelongAndNamed()
    {
        Figure figure = Chart.Lines("Latency", "working set, bytes", "latency, ns", [(1024, 1), (1 << 20, 10), (1 << 25, 90)])
            .LogX().MarkX("L1", 49152).MarkX("beyond", 1L << 40);
        var (plotly, _, text) = Forms(figure);
        string[] texts = [.. Layout(figure).Elements(Svg + "text").Select(element => element.Value)];

        Assert.Contains("L1", texts);
        Assert.DoesNotContain("beyond", texts);
        Assert.Contains("64 KiB", texts);
        Assert.Contains("L1: 48 KiB", text);
        Assert.Equal(49152, plotly["layout"]!["shapes"]![0]!["x0"]!.GetValue<double>());
        Assert.Equal(Math.Log10(49152), plotly["layout"]!["annotations"]![0]!["x"]!.GetValue<double>(), 12);
    }

    [Fact]
    public void ManyMarksAreTheMarksOneByOne()
    {
        Figure figure = Chart.Lines("", "bytes", "ns", [(1024, 1), (1 << 20, 10)]);
        Assert.Equal(figure.MarkX("L1", 2048).MarkX("L2", 65536).Marks, figure.MarkX([("L1", 2048), ("L2", 65536)]).Marks);
    }

    [Fact]
    public void GroupedBarsWithoutSpreadAreBarsWhoseEndsMeet()
    {
        Figure plain = Chart.GroupedBars("", "cycles", ("here", [("L1", 4), ("L2", 14)]), ("published", [("L1", 5)]));
        Figure spread = Chart.GroupedBars("", "cycles", ("here", [("L1", 4, 4, 4), ("L2", 14, 14, 14)]), ("published", [("L1", 5, 5, 5)]));
        Assert.Equal(spread.ToString(), plain.ToString());
        Assert.Contains("published", plain.ToString());
    }

    [Fact]
    public void TenThousandPointsAreThinnedAndTheSpikeStays()
    {
        Figure figure = Chart.Lines("", "n", "ms", Enumerable.Range(0, 10_000).Select(i => ((double)i, i == 5003 ? 99.0 : Math.Sin(i / 500.0))));
        Assert.InRange(figure.Series[0].Points.Count, 500, Chart.MostPoints);
        Assert.Contains(figure.Series[0].Points, point => point is { X: 5003, Y: 99 });
        Assert.Contains("10,000 points, shown as", figure.Notes.Single());
        Assert.True(Forms(figure).Svg.Length < 60_000);
    }

    [Fact]
    public void ABigHeatMapIsShownInBlocksOfMeans()
    {
        var values = new double[128, 3];
        for (int row = 0; row < 128; row++) values[row, 1] = row;
        Figure figure = Chart.HeatMap("", "column", "row", "ns", values);

        Assert.Equal((64, 3), (figure.Grid!.Rows.Count, figure.Grid.Columns.Count));
        Assert.Equal(126.5, figure.Grid.Values[63, 1]);
        Assert.Equal("126", figure.Grid.Rows[63]);
    }

    [Fact]
    public void AStripShowsEveryValueAndTheMedianOfEachRow()
    {
        var (plotly, svg, text) = Forms(Chart.Strip("", "ms", ("three", [5.0, 1.0, 2.0]), ("two", [4.0, 8.0]), ("none", [double.NaN])));
        Assert.Equal([5, 1, 2, 4, 8], plotly["data"]![0]!["x"]!.AsArray().Select(value => value!.GetValue<double>()));
        Assert.Equal([2, 6], plotly["data"]![1]!["x"]!.AsArray().Where(value => value is not null).Select(value => value!.GetValue<double>()));
        Assert.Contains("6 ms", XDocument.Parse(svg).Root!.Elements(Svg + "svg").First().Elements(Svg + "text").Select(element => element.Value));
        Assert.Contains("median 2 ms", text);
        Assert.Contains("[4 .. 8]", text);
        Assert.Contains("no values", text);
    }

    [Fact]
    public void ManySeriesOfOnePointAreNamedBesideTheirPointsAndNoNameCoversAnother()
    {
        var random = new Random(4);
        Figure figure = Chart.Scatter("", "x", "y", Enumerable.Range(0, 25).Select(i => ($"series {i:00}", (IEnumerable<(double, double)>)[(random.NextDouble(), random.NextDouble())]))).LogX();
        var names = Layout(figure).Elements(Svg + "text").Where(text => text.Value.StartsWith("series")).ToArray();
        Assert.Equal(25, names.Length);
        // Ten letters of 12 px are at least 50 px wide and 12 px high.
        for (int i = 0; i < names.Length; i++)
            for (int k = 0; k < i; k++)
                Assert.True(Math.Abs(Number(names[i].Attribute("x")!.Value) - Number(names[k].Attribute("x")!.Value)) >= 50
                    || Math.Abs(Number(names[i].Attribute("y")!.Value) - Number(names[k].Attribute("y")!.Value)) >= 12);

        JsonNode layout = Forms(figure).Plotly["layout"]!;
        Assert.False(layout["showlegend"]!.GetValue<bool>());
        Assert.Equal(figure.Series.Select(series => (series.Name, Math.Log10(series.Points[0].X), series.Points[0].Y)),
            layout["annotations"]!.AsArray().Select(label => (label!["text"]!.GetValue<string>(), label["x"]!.GetValue<double>(), label["y"]!.GetValue<double>())));
    }

    [Fact]
    public void ALimitAmongScatteredPointsIsALineAndALongLegendLeavesRoomForThePlot()
    {
        var series = Enumerable.Range(0, 25).Select(i => ($"series number {i:00}", (IEnumerable<(double, double)>)[(i, i), (i + 1, i), (i + 2, i), (i + 3, i)]));
        Figure figure = Chart.Scatter("", "x", "y", series).Join("series number 03").MarkY("top", 24);
        var (plotly, svg, _) = Forms(figure);
        Assert.Equal(["lines"], plotly["data"]!.AsArray().Select(trace => trace!["mode"]!.GetValue<string>()).Where(mode => mode != "markers"));
        Assert.Equal("series number 03", Assert.Single(plotly["data"]!.AsArray(), trace => trace!["mode"]!.GetValue<string>() == "lines")!["name"]!.GetValue<string>());
        // In the legend and in the plot.
        Assert.Equal(2, XDocument.Parse(svg).Root!.Elements(Svg + "svg").First().Elements(Svg + "path").Count(path => path.Attribute("stroke-width")!.Value == "2.2"));
        var margin = plotly["layout"]!["margin"]!;
        Assert.True(plotly["layout"]!["height"]!.GetValue<int>() - margin["t"]!.GetValue<int>() - margin["b"]!.GetValue<int>() >= 250);
        // Above the highest line there is only the legend.
        Assert.Equal("top", plotly["layout"]!["annotations"]![0]!["yanchor"]!.GetValue<string>());
    }

    [Fact]
    public void EqualLabelsStandTogetherInGroupsAndApartAlone()
    {
        Figure grouped = Chart.GroupedBars("", "ms", ("a", [("x", 1, 1, 1), ("y", 2, 2, 2)]), ("b", [("y", 3, 3, 3), ("z", 4, 4, 4)]));
        Assert.Equal(["x", "y", "z"], grouped.Categories);
        Assert.Equal([1, 2], grouped.Series[1].Points.Select(point => point.X));
        Assert.Equal(2, Chart.Bars("", "ms", ("same", 1.0), ("same", 2.0)).Categories.Count);
    }

    [Fact]
    public void TwoDrawingsOfOneFigureShareNoId()
    {
        string[] first = Ids(), second = Ids();
        Assert.Equal(first.Length, first.Distinct().Count());
        Assert.Empty(first.Intersect(second));

        static string[] Ids() => [.. XDocument.Parse(Forms(Chart.GroupedBars("", "ms", ("a", [("x", 1, 1, 1)]), ("b", [("x", 3, 3, 3)]))).Svg)
            .Descendants().Attributes("id").Select(id => id.Value)];
    }

    [Fact]
    public void LabelsStayLabelsForPlotlyToo()
    {
        var (plotly, _, _) = Forms(Chart.Bars("<b>title</b>", "ms", ("<a href='x'>click</a>", 1.0)));
        Assert.DoesNotContain(Strings(plotly).Select(WithoutBreaks), text => text.Contains('<'));

        static string WithoutBreaks(string text) => text.Replace("<br>", " ");
        static IEnumerable<string> Strings(JsonNode? node) => node switch
        {
            JsonObject map => map.SelectMany(pair => Strings(pair.Value)),
            JsonArray list => list.SelectMany(Strings),
            JsonValue value when value.GetValueKind() == JsonValueKind.String => [value.GetValue<string>()],
            _ => [],
        };
    }

    [Fact]
    public void KernelsFindTheFormsByTheAttribute()
    {
        var attribute = (TypeFormatterSourceAttribute)typeof(Figure).GetCustomAttributes(typeof(TypeFormatterSourceAttribute), false).Single();
        Assert.Equal(attribute.PreferredMimeTypes.Order(), Blur.ToBundle().Data.Keys.Order());
    }

    private static (JsonNode Plotly, string Svg, string Text) Forms(Figure figure)
    {
        var data = figure.ToBundle().Data;
        return (data["application/vnd.plotly.v1+json"], data["image/svg+xml"].GetValue<string>(), data["text/plain"].GetValue<string>());
    }

    /// <summary>The wide layout.</summary>
    private static XElement Layout(Figure figure) => XDocument.Parse(Forms(figure).Svg).Root!.Elements(Svg + "svg").First();

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
