namespace Course.Blur.Rungs;

/// <summary>Half the bytes per pixel.</summary>
public sealed class FlatFloats : FlatRung<float>
{
    public override string Name => "flat floats";
    public override string Idea => "Use numbers half as long; a picture of bytes needs no more.";
    public override string Change => "double became float.";
    public override string Why => "Twice as many pixels in each cache line, and half the bytes to fetch; one pixel at a time the arithmetic costs the same.";
    public override PixelWork Work => new(Loads: 9, Stores: 1, Operations: 9, MemoryBytes: 24);
    public override double ErrorBound => 5e-5;

    public static float[] Blur(float[] image, int width, int height)
    {
        var result = (float[])image.Clone();
        for (int y = 1; y < height - 1; y++)
            for (int x = 1; x < width - 1; x++)
            {
                int above = (y - 1) * width + x, here = above + width, below = here + width;
                float sum = image[above - 1] + image[above] + image[above + 1]
                    + image[here - 1] + image[here] + image[here + 1]
                    + image[below - 1] + image[below] + image[below + 1];
                result[here] = sum * (1.0f / 9);
            }
        return result;
    }

    private protected override float[] BlurFlat(float[] image, int width, int height) => Blur(image, width, height);
}
