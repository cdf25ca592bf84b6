namespace Peers;

/// <summary>The exact means of a picture, computed apart from every contestant: prefix sums in double, which hold all sums of these pixels exactly.</summary>
internal sealed class TrueMeans
{
    private readonly double[] _means;
    private readonly Case _shape;

    public TrueMeans(Picture picture, Border border, int radius)
    {
        (_shape, int width, int height) = (picture.Shape, picture.Shape.Width, picture.Shape.Height);
        float[] pixels = picture.Widened(picture.Source);
        var rows = new double[width * height];
        Sums(pixels.Length, width, 1, radius, border, at => pixels[at], rows);
        _means = new double[width * height];
        Sums(pixels.Length, height, width, radius, border, at => rows[at], _means);
        double area = (2 * radius + 1) * (2 * radius + 1);
        for (int i = 0; i < _means.Length; i++) _means[i] /= area;
    }

    /// <summary>The largest distance of the result from the true mean.</summary>
    /// <exception cref="InvalidDataException">A pixel breaks the promise.</exception>
    public double Hold(string contestant, Promise promise, int radius, ReadOnlySpan<float> result)
    {
        double furthest = 0;
        int inset = promise.Border == Border.InteriorOnly ? radius : 0;
        for (int y = inset; y < _shape.Height - inset; y++)
        {
            for (int x = inset; x < _shape.Width - inset; x++)
            {
                double mean = _means[y * _shape.Width + x], away = result[y * _shape.Width + x] - mean;
                if (!(away >= promise.Lowest && away <= promise.Highest))
                    throw new InvalidDataException($"{contestant} gives {result[y * _shape.Width + x]} for pixel ({x}, {y}), whose true mean is {mean}: "
                        + $"more apart than its rounding ({promise.Rounding}) explains.");
                furthest = Math.Max(furthest, Math.Abs(away));
            }
        }
        return furthest;
    }

    /// <summary>Sums of windows along lines of <paramref name="length"/> elements that lie <paramref name="step"/> apart.</summary>
    private static void Sums(int count, int length, int step, int radius, Border border, Func<int, double> pixel, double[] sums)
    {
        var before = new double[length + 2 * radius + 1];
        for (int line = 0; line < count / length; line++)
        {
            int start = step == 1 ? line * length : line;
            for (int i = 0; i < length + 2 * radius; i++)
                before[i + 1] = before[i] + pixel(start + Inside(i - radius, length, border) * step);
            for (int i = 0; i < length; i++) sums[start + i * step] = before[i + 2 * radius + 1] - before[i];
        }
    }

    private static int Inside(int at, int length, Border border) => border == Border.Reflect101
        ? at < 0 ? -at : at >= length ? 2 * (length - 1) - at : at
        : Math.Clamp(at, 0, length - 1);
}
