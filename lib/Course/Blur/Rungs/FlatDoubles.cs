namespace Course.Blur.Rungs;

/// <summary>One flat array, row after row.</summary>
public sealed class FlatDoubles : FlatRung<double>
{
    public override string Name => "flat doubles";
    public override string Idea => "Lay the rows end to end in one array and compute where a pixel is.";
    public override string Change => "T[,] became T[]: pixel (y, x) is image[y * width + x].";
    public override string Why => "One index, one check, one load per pixel.";
    public override PixelWork Work => new(Loads: 9, Stores: 1, Operations: 10, MemoryBytes: 48);
    public override double ErrorBound => 1e-13;

    public static double[] Blur(double[] image, int width, int height)
    {
        var result = (double[])image.Clone();
        for (int y = 1; y < height - 1; y++)
            for (int x = 1; x < width - 1; x++)
            {
                double sum = 0;
                for (int dy = -1; dy <= 1; dy++)
                    for (int dx = -1; dx <= 1; dx++)
                        sum += image[(y + dy) * width + x + dx];
                result[y * width + x] = sum / 9;
            }
        return result;
    }

    private protected override double[] BlurFlat(double[] image, int width, int height) => Blur(image, width, height);
}
