namespace Course.Blur.Rungs;

/// <summary>Pixels as they come from the file.</summary>
public sealed class FlatBytes : FlatRung<byte>
{
    public override string Name => "flat bytes";
    public override string Idea => "Leave the pixels the bytes they are, and round the mean to a byte.";
    public override string Change => "float became byte; integers add exactly, and half of nine, rounded down, rounds the quotient to nearest.";
    public override string Why => "A quarter of the bytes again, and exact; one pixel at a time it may well lose, as the mean of integers takes more steps than a multiplication.";
    public override PixelWork Work => new(Loads: 9, Stores: 1, Operations: 10, MemoryBytes: 6);

    public static byte[] Blur(byte[] image, int width, int height)
    {
        var result = (byte[])image.Clone();
        for (int y = 1; y < height - 1; y++)
            for (int x = 1; x < width - 1; x++)
            {
                int above = (y - 1) * width + x, here = above + width, below = here + width;
                int sum = image[above - 1] + image[above] + image[above + 1]
                    + image[here - 1] + image[here] + image[here + 1]
                    + image[below - 1] + image[below] + image[below + 1];
                result[here] = (byte)((sum + 4) / 9);
            }
        return result;
    }

    private protected override byte[] BlurFlat(byte[] image, int width, int height) => Blur(image, width, height);
}
