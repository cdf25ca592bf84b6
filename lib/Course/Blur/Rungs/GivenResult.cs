using Course.Images;

namespace Course.Blur.Rungs;

/// <summary>The caller says where the result goes.</summary>
public sealed class GivenResult : Rung
{
    public override string Name => "given result";
    public override string Idea => "Write into a picture that the caller owns; allocate nothing.";
    public override string Change => "The result is an argument, used again at each call, and only its border is copied; rows may lie further apart than they are long.";
    public override string Why => "No memory to find, to clear, to touch for the first time and to collect, and one pass over the picture less.";
    public override PixelWork Work => new(Loads: 9, Stores: 1, Operations: 10, MemoryBytes: 3);

    public static void Blur(ReadOnlySpan<byte> image, Span<byte> result, int width, int height, int stride)
    {
        for (int y = 1; y < height - 1; y++)
            for (int x = 1; x < width - 1; x++)
            {
                int above = (y - 1) * stride + x, here = above + stride, below = here + stride;
                int sum = image[above - 1] + image[above] + image[above + 1]
                    + image[here - 1] + image[here] + image[here + 1]
                    + image[below - 1] + image[below] + image[below + 1];
                result[here] = (byte)((sum + 4) / 9);
            }
    }

    private protected override IPreparedBlur PrepareInterior(Plane<byte> image) =>
        new GivenDestination(image, (from, to) => Blur(from.Span, to.Span, from.Width, from.Height, from.Stride));
}
