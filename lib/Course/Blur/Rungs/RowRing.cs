using Course.Images;

namespace Course.Blur.Rungs;

/// <summary>Every pixel is read once.</summary>
public sealed class RowRing : SumsRung
{
    public override string Name => "row ring";
    public override string Idea => "Read every pixel once: keep the row's last two in registers, and the last two rows' sums in a ring.";
    public override string Change => "Back to sums of three along the row; the picture of sums shrank to two rows, each overwritten when it has been used.";
    public override string Why => "One load of a pixel and two of sums that never leave the nearest cache.";
    public override PixelWork Work => new(Loads: 3, Stores: 2, Operations: 6, MemoryBytes: 3);

    public override int SumRows(int height) => 2;

    public override void Blur<TPixels, TSums>(TPixels image, TSums ring, TPixels result)
    {
        for (int y = 0; y < 2; y++)
            for (int x = 1; x < image.Width - 1; x++)
                ring[y, x] = (ushort)(image[y, x - 1] + image[y, x] + image[y, x + 1]);

        for (int y = 2; y < image.Height; y++)
        {
            int oldest = y % 2, newest = 1 - oldest;
            int left = image[y, 0], middle = image[y, 1];
            for (int x = 1; x < image.Width - 1; x++)
            {
                int right = image[y, x + 1], row = left + middle + right;
                result[y - 1, x] = (byte)((ring[oldest, x] + ring[newest, x] + row + 4) / 9);
                ring[oldest, x] = (ushort)row;
                (left, middle) = (middle, right);
            }
        }
    }
}
