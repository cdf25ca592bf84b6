namespace Course.Blur.Rungs;

/// <summary>Lists of lists of boxed numbers: the shape that Python's lists have.</summary>
public sealed class BoxedLists : NestedRung<List<List<object>>>
{
    public override string Name => "boxed lists";
    public override string Idea => "Keep the picture as Python does: a list of rows, each a list of pointers to boxed numbers.";
    public override string Change => "The compiler knows the types; only the numbers themselves are still objects.";
    public override string Why => "No look-up of types and no box for the sum; but each pixel still takes five loads, one after the other.";
    public override PixelWork Work => new(Loads: 48, Stores: 2, Operations: 10, MemoryBytes: 120);
    public override double ErrorBound => 1e-13;

    public static List<List<object>> Blur(List<List<object>> image)
    {
        List<List<object>> result = Copy(image);
        int height = image.Count, width = image[0].Count;
        for (int y = 1; y < height - 1; y++)
            for (int x = 1; x < width - 1; x++)
            {
                double sum = 0;
                for (int dy = -1; dy <= 1; dy++)
                    for (int dx = -1; dx <= 1; dx++)
                        sum += (double)image[y + dy][x + dx];
                result[y][x] = sum / 9;
            }
        return result;
    }

    internal static List<List<object>> Copy(List<List<object>> image) => image.ConvertAll(row => new List<object>(row));

    internal static List<List<object>> Box(double[][] rows) => [.. rows.Select(row => row.Select(pixel => (object)pixel).ToList())];

    private protected override List<List<object>> Store(double[][] rows) => Box(rows);

    private protected override List<List<object>> BlurRows(List<List<object>> image) => Blur(image);

    private protected override double Pixel(List<List<object>> image, int y, int x) => (double)image[y][x];
}
