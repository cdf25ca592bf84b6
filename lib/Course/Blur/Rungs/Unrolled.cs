namespace Course.Blur.Rungs;

/// <summary>The nine pixels written out.</summary>
public sealed class Unrolled : FlatRung<double>
{
    public override string Name => "unrolled";
    public override string Idea => "Write the nine pixels out: no inner loops.";
    public override string Change => "Back to rows first; the loops over dy and dx became one sum.";
    public override string Why => "Nothing left to count or to compare around each pixel, and the processor sees all nine loads at once.";
    public override PixelWork Work => new(Loads: 9, Stores: 1, Operations: 9, MemoryBytes: 48);
    public override double ErrorBound => 1e-13;

    public static double[] Blur(double[] image, int width, int height)
    {
        var result = (double[])image.Clone();
        for (int y = 1; y < height - 1; y++)
            for (int x = 1; x < width - 1; x++)
            {
                int above = (y - 1) * width + x, here = above + width, below = here + width;
                double sum = image[above - 1] + image[above] + image[above + 1]
                    + image[here - 1] + image[here] + image[here + 1]
                    + image[below - 1] + image[below] + image[below + 1];
                result[here] = sum / 9;
            }
        return result;
    }

    private protected override double[] BlurFlat(double[] image, int width, int height) => Blur(image, width, height);
}
