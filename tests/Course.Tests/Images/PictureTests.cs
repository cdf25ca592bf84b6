using Course.Images;

namespace Course.Tests.Images;

public class PictureTests
{
    [Fact]
    public void GreyIsTheWeightedSumRoundedToNearest()
    {
        var random = new Random(1);
        var colours = new Picture(1000, 1, 4);
        random.NextBytes(colours.Samples.Span);

        Plane<byte> grey = colours.ToGrey();

        for (int x = 0; x < 1000; x++)
        {
            Span<byte> pixel = colours.Samples.Row(0).Slice(4 * x, 4);
            Assert.Equal(0.299 * pixel[0] + 0.587 * pixel[1] + 0.114 * pixel[2], grey[0, x], 0.51);
        }
    }

    [Fact]
    public void EqualChannelsKeepTheirValueExactly()
    {
        var greys = new Picture(256, 1, 3);
        for (int x = 0; x < 256; x++) greys.Samples.Row(0).Slice(3 * x, 3).Fill((byte)x);
        Assert.Equal(Enumerable.Range(0, 256).Select(x => (byte)x), greys.ToGrey().Span.ToArray());
    }

    [Fact]
    public void APlaneIsAPictureOfItsOwnPixels()
    {
        var plane = new Plane<byte>(2, 1, 4);
        Picture picture = plane;
        plane[0, 1] = 9;
        Assert.Equal((2, 1, 1, 9), (picture.Width, picture.Height, picture.Channels, picture.Samples[0, 1]));
    }

    [Theory]
    [InlineData(-1, 1, 1), InlineData(1, -1, 1), InlineData(1, 1, 0), InlineData(1, 1, 5), InlineData(int.MaxValue, 1, 4), InlineData(50_000, 50_000, 1)]
    public void ImpossibleShapesAreRefused(int width, int height, int channels) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new Picture(width, height, channels));
}
