namespace Course.Blur.Rungs;

/// <summary>The loops as a dynamic language runs them.</summary>
public sealed class DynamicLists : NestedRung<List<List<object>>>
{
    public override string Name => "dynamic lists";
    public override string Idea => "Say nothing about types: what a pixel is and how to add it is found out while the loop runs.";
    public override string Change => "The starting point: four loops over lists of lists of boxed numbers.";
    public override string Why => "It does not: every addition asks for the types of both sides and puts its result in a new box.";
    public override PixelWork Work => new(Loads: 58, Stores: 12, Operations: 10, MemoryBytes: 120);
    public override double ErrorBound => 1e-13;

    public static dynamic Blur(dynamic image)
    {
        dynamic result = BoxedLists.Copy(image);
        int height = image.Count, width = image[0].Count;
        for (int y = 1; y < height - 1; y++)
            for (int x = 1; x < width - 1; x++)
            {
                dynamic sum = 0.0;
                for (int dy = -1; dy <= 1; dy++)
                    for (int dx = -1; dx <= 1; dx++)
                        sum += image[y + dy][x + dx];
                result[y][x] = sum / 9;
            }
        return result;
    }

    private protected override List<List<object>> Store(double[][] rows) => BoxedLists.Box(rows);

    private protected override List<List<object>> BlurRows(List<List<object>> image) => Blur(image);

    private protected override double Pixel(List<List<object>> image, int y, int x) => (double)image[y][x];
}
