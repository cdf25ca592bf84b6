using Course.Charts;

namespace Course.Tests.Charts;

/// <summary>Figures of every kind with every sort of value and label that could upset a drawing.</summary>
internal static class AnyFigure
{
    private static readonly double[] Odd =
        [0, -1, 1, double.NaN, double.PositiveInfinity, double.NegativeInfinity, double.MaxValue, double.MinValue, double.Epsilon, 1e-12, 1e15, 4096, -0.0];

    private static readonly string[] Labels =
        ["", "a", "vectors", "<script>alert(1)</script>", "a & b", "\"quoted\"", "]]>", "\0\u0001\u001f", "\ud800", "übergroß", "日本語の長いラベル", "😀", "a\nb",
         "a very long label that says far more than any label beside a bar ever should, and then goes on", "\uffff", "</svg>", "<!--", "&#0;"];

    public static Figure From(Random random)
    {
        var figure = random.Next(6) switch
        {
            0 => Chart.Bars(Label(random), Label(random), Many(random, 0, 9).Select(_ => (Label(random), Value(random)))),
            1 => Chart.GroupedBars(Label(random), "bytes", Many(random, 0, 4).Select(_ =>
                (Label(random), Many(random, 0, 5).Select(_ => (Label(random), Value(random), Value(random), Value(random)))))),
            2 => Chart.Lines(Label(random), $"{Label(random)}, bytes", Label(random), Many(random, 0, 9).Select(_ =>
                (Label(random), Many(random, 0, 60).Select(_ => (Value(random), Value(random), Value(random), Value(random)))))),
            3 => Chart.Scatter(Label(random), Label(random), "time, ms", Many(random, 0, 3).Select(_ =>
                (Label(random), Many(random, 0, 60).Select(_ => (Value(random), Value(random)))))),
            4 => Chart.Strip(Label(random), Label(random), Many(random, 0, 4).Select(_ => (Label(random), Many(random, 0, 60).Select(_ => Value(random))))),
            _ => HeatMap(random),
        };
        if (random.Next(2) == 0)
            figure = figure.Extrapolate(figure.Series.Select(series => (series.Name, Label(random), Many(random, 0, 5).Select(_ => (Value(random), Value(random))))));
        if (random.Next(2) == 0) figure = figure.LogX();
        if (random.Next(2) == 0) figure = figure.LogY();
        for (int i = random.Next(4); i > 0; i--) figure = random.Next(2) == 0 ? figure.MarkX(Label(random), Value(random)) : figure.MarkY(Label(random), Value(random));
        return random.Next(3) == 0 ? figure.Note(Label(random)) : figure;
    }

    private static Figure HeatMap(Random random)
    {
        var values = new double[random.Next(0, 7), random.Next(0, 7)];
        for (int row = 0; row < values.GetLength(0); row++)
            for (int column = 0; column < values.GetLength(1); column++) values[row, column] = Value(random);
        return Chart.HeatMap(Label(random), Label(random), Label(random), Label(random), values,
            Many(random, values.GetLength(1)).Select(_ => Label(random)), Many(random, values.GetLength(0)).Select(_ => Label(random)));
    }

    private static int[] Many(Random random, int least, int most) => new int[random.Next(least, most + 1)];

    private static int[] Many(Random random, int count) => Many(random, count, count);

    private static string Label(Random random) => Labels[random.Next(Labels.Length)];

    private static double Value(Random random) => random.Next(3) == 0 ? Odd[random.Next(Odd.Length)] : Math.Pow(10, random.NextDouble() * 8 - 3);
}
