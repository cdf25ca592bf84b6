using Course.Images;

namespace Course.Blur.Rungs;

/// <summary>The caller says where the result goes.</summary>
public sealed class GivenResult : PixelRung
{
    public override string Name => "given result";
    public override string Idea => "Write into a picture that the caller owns; allocate nothing.";
    public override string Change => "The result is an argument, used again at each call, and only its border is copied.";
    public override string Why => "No memory to find, to clear, to touch for the first time and to collect, and one pass over the picture less.";
    public override PixelWork Work => new(Loads: 9, Stores: 1, Operations: 10, MemoryBytes: 3);

    public override void Blur<TPixels>(TPixels image, TPixels result)
    {
        for (int y = 1; y < image.Height - 1; y++)
            for (int x = 1; x < image.Width - 1; x++)
            {
                int sum = image[y - 1, x - 1] + image[y - 1, x] + image[y - 1, x + 1]
                    + image[y, x - 1] + image[y, x] + image[y, x + 1]
                    + image[y + 1, x - 1] + image[y + 1, x] + image[y + 1, x + 1];
                result[y, x] = (byte)((sum + 4) / 9);
            }
    }
}
