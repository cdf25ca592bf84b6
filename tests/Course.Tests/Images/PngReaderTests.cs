using Course.Images;

namespace Course.Tests.Images;

public class PngReaderTests
{
    private static readonly (int Width, int Height)[] _sizes = [(1, 1), (2, 3), (5, 7), (8, 8), (9, 1), (1, 9), (17, 13), (33, 5)];

    public static TheoryData<int, int, bool> Kinds()
    {
        var kinds = new TheoryData<int, int, bool>();
        foreach (var (colour, depths) in new[] { (0, new[] { 1, 2, 4, 8, 16 }), (2, [8, 16]), (3, [1, 2, 4, 8]), (4, [8, 16]), (6, [8, 16]) })
            foreach (int depth in depths)
                foreach (bool interlaced in new[] { false, true })
                    kinds.Add(colour, depth, interlaced);
        return kinds;
    }

    [Theory, MemberData(nameof(Kinds))]
    public void EveryKindAndFilterGivesTheSamplesRoundedToEightBits(int colour, int depth, bool interlaced)
    {
        foreach (var (width, height) in _sizes)
            for (int firstFilter = 0; firstFilter < 5; firstFilter++)
            {
                var random = new Random(width + 100 * height);
                byte[]? palette = colour == 3 ? new byte[3 << depth] : null;
                if (palette is not null) random.NextBytes(palette);
                var encoder = new PngEncoder(width, height, depth, colour, interlaced) { Palette = palette, Filter = row => (row + firstFilter) % 5 };
                var samples = new int[height, width, encoder.Samples];
                foreach (var (y, x, s) in Indices(samples)) samples[y, x, s] = random.Next(1 << depth);

                Picture read = ImageFile.Read(new MemoryStream(encoder.Encode((x, y, s) => samples[y, x, s])));

                Assert.Equal((width, height, colour == 3 ? 3 : encoder.Samples), (read.Width, read.Height, read.Channels));
                for (int y = 0; y < height; y++)
                    for (int x = 0; x < width; x++)
                        for (int c = 0; c < read.Channels; c++)
                        {
                            double max = (1 << depth) - 1;
                            int expected = palette is null ? (int)Math.Round(samples[y, x, c] / max * 255) : palette[3 * samples[y, x, 0] + c];
                            Assert.Equal(expected, read.Samples[y, x * read.Channels + c]);
                        }
            }
    }

    [Theory]
    [InlineData(8), InlineData(16)]
    public void ATransparentColourBecomesAlphaAndIsComparedBeforeRounding(int depth)
    {
        // 16-bit 0x1234 and 0x1235 both become 8-bit 0x12; only the first is transparent.
        int key = depth == 8 ? 0x12 : 0x1234;
        var encoder = new PngEncoder(2, 1, depth, 2, false) { Transparency = [.. Enumerable.Repeat(new[] { (byte)(key >> 8), (byte)key }, 3).SelectMany(b => b)] };

        Picture read = ImageFile.Read(new MemoryStream(encoder.Encode((x, _, _) => key + x)));

        Assert.Equal(4, read.Channels);
        Assert.Equal((0, 255), (read.Samples[0, 3], read.Samples[0, 7]));
    }

    [Fact]
    public void PaletteEntriesBeyondTheTransparencyAreOpaque()
    {
        var encoder = new PngEncoder(3, 1, 2, 3, false) { Palette = [1, 2, 3, 4, 5, 6, 7, 8, 9], Transparency = [10, 20] };

        Picture read = ImageFile.Read(new MemoryStream(encoder.Encode((x, _, _) => x)));

        Assert.Equal(new byte[] { 1, 2, 3, 10, 4, 5, 6, 20, 7, 8, 9, 255 }, read.Samples.Span.ToArray());
    }

    [Fact]
    public void TheStreamIsLeftBehindThePictureAndMayBeginAnywhere()
    {
        byte[] png = PngWriter.Encode(Photo.Generate(5, 4));
        var stream = new MemoryStream([1, 2, 3, .. png, .. png, 9]) { Position = 3 };

        ImageFile.Read(stream);
        ImageFile.Read(stream);

        Assert.Equal(9, stream.ReadByte());
    }

    private static IEnumerable<(int Y, int X, int S)> Indices(int[,,] samples) =>
        from y in Enumerable.Range(0, samples.GetLength(0))
        from x in Enumerable.Range(0, samples.GetLength(1))
        from s in Enumerable.Range(0, samples.GetLength(2))
        select (y, x, s);
}
