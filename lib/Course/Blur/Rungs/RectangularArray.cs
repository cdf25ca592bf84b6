namespace Course.Blur.Rungs;

/// <summary>One two-dimensional array.</summary>
public sealed class RectangularArray : NestedRung<double[,]>
{
    public override string Name => "rectangular array";
    public override string Idea => "Let one array hold both dimensions.";
    public override string Change => "T[][] became T[,].";
    public override string Why => "No pointers between rows at all; but both indices are checked at each pixel, and the runtime does little to hoist that.";
    public override PixelWork Work => new(Loads: 9, Stores: 1, Operations: 10, MemoryBytes: 48);
    public override double ErrorBound => 1e-13;

    public static double[,] Blur(double[,] image)
    {
        var result = (double[,])image.Clone();
        int height = image.GetLength(0), width = image.GetLength(1);
        for (int y = 1; y < height - 1; y++)
            for (int x = 1; x < width - 1; x++)
            {
                double sum = 0;
                for (int dy = -1; dy <= 1; dy++)
                    for (int dx = -1; dx <= 1; dx++)
                        sum += image[y + dy, x + dx];
                result[y, x] = sum / 9;
            }
        return result;
    }

    private protected override double[,] Store(double[][] rows)
    {
        var image = new double[rows.Length, rows[0].Length];
        for (int y = 0; y < rows.Length; y++)
            for (int x = 0; x < rows[y].Length; x++)
                image[y, x] = rows[y][x];
        return image;
    }

    private protected override double[,] BlurRows(double[,] image) => Blur(image);

    private protected override double Pixel(double[,] image, int y, int x) => image[y, x];
}
