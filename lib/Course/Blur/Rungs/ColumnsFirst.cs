namespace Course.Blur.Rungs;

/// <summary>The same loops in the wrong order: a rung that fails, kept for the lesson.</summary>
public sealed class ColumnsFirst : FlatRung<double>
{
    public override string Name => "columns first";
    public override string Idea => "Walk down the columns instead of along the rows.";
    public override string Change => "The two outer loops changed places; nothing else.";
    public override string Why =>
        "It does not, and fails: each step jumps a whole row, so every pixel comes from another cache line, long gone when its neighbour's turn comes.";
    public override PixelWork Work => new(Loads: 9, Stores: 1, Operations: 10, MemoryBytes: 48);
    public override double ErrorBound => 1e-13;

    public static double[] Blur(double[] image, int width, int height)
    {
        var result = (double[])image.Clone();
        for (int x = 1; x < width - 1; x++)
            for (int y = 1; y < height - 1; y++)
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
