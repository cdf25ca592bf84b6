using Course.Images;

namespace Course.Blur.Rungs;

/// <summary>Rows first, then columns.</summary>
public sealed class Separable : SumsRung
{
    public override string Name => "separable";
    public override string Idea => "Nine pixels are three sums of three: add along the rows, then add those sums down the columns.";
    public override string Change => "One pass became two, with a picture of 16-bit row sums between them.";
    public override string Why => "Six loads and four additions instead of nine and eight; but the sums travel to memory and back where no cache holds them.";
    public override PixelWork Work => new(Loads: 6, Stores: 2, Operations: 6, MemoryBytes: 9);

    public override int SumRows(int height) => height;

    public override void Blur<TPixels, TSums>(TPixels image, TSums sums, TPixels result)
    {
        for (int y = 0; y < image.Height; y++)
            for (int x = 1; x < image.Width - 1; x++)
                sums[y, x] = (ushort)(image[y, x - 1] + image[y, x] + image[y, x + 1]);

        for (int y = 1; y < image.Height - 1; y++)
            for (int x = 1; x < image.Width - 1; x++)
                result[y, x] = (byte)((sums[y - 1, x] + sums[y, x] + sums[y + 1, x] + 4) / 9);
    }
}
