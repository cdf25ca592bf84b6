using Course.Images;

namespace Course.Blur.Rungs;

/// <summary>Sums that follow the window.</summary>
public sealed class SlidingSums : SumsRung
{
    public override string Name => "sliding sums";
    public override string Idea => "When the window moves, add what enters and subtract what leaves.";
    public override string Change => "One row of column sums moves down the picture, and one sum moves along it.";
    public override string Why =>
        "The work no longer depends on the size of the window, and the sums stay in cache; at three by three there is little to save, and each sum waits for the one before.";
    public override PixelWork Work => new(Loads: 5, Stores: 2, Operations: 6, MemoryBytes: 3);

    public override int SumRows(int height) => 1;

    public override void Blur<TPixels, TSums>(TPixels image, TSums columns, TPixels result)
    {
        int width = image.Width, height = image.Height;
        for (int x = 0; x < width; x++)
            columns[0, x] = (ushort)(image[0, x] + image[1, x] + image[2, x]);

        for (int y = 1; y < height - 1; y++)
        {
            if (y > 1)
                for (int x = 0; x < width; x++)
                    columns[0, x] = (ushort)(columns[0, x] + image[y + 1, x] - image[y - 2, x]);

            int sum = columns[0, 0] + columns[0, 1] + columns[0, 2];
            result[y, 1] = (byte)((sum + 4) / 9);
            for (int x = 2; x < width - 1; x++)
            {
                sum += columns[0, x + 1] - columns[0, x - 2];
                result[y, x] = (byte)((sum + 4) / 9);
            }
        }
    }
}
