using Course.Blur.Box;

namespace Course.Tests.Blur.Box;

/// <summary>Every kernel against the exact oracle: sizes around each vector's edges, every border, type and radius class.</summary>
public class BoxBlurTests
{
    private static readonly int[] s_heights = [1, 2, 3, 5, 9, 18];

    [Fact]
    public void EveryWidthAtRadiusOne()
    {
        for (int width = 0; width <= 129; width++)
            foreach (BoxBorder border in Enum.GetValues<BoxBorder>())
            {
                var trial = new BoxCase(width, s_heights[width % s_heights.Length], 1)
                {
                    Border = border,
                    Outside = 255,
                    SourceGap = width % 3 * 7,
                    DestinationGap = width % 4 * 5,
                    AtEnd = width % 2 == 0,
                };
                BoxTrial.Check<byte>(trial, BoxTrial.AllInstructions, width);
                BoxTrial.Check<byte>(trial with { InPlace = true }, BoxTrial.AllInstructions, width);
                BoxTrial.Check<float>(trial, BoxTrial.AllInstructions, width);
                BoxTrial.Check<float>(trial with { InPlace = true }, BoxTrial.AllInstructions, width);
                BoxTrial.Check<ushort>(trial with { InPlace = width % 2 == 0 }, BoxTrial.AllInstructions, width);
            }
    }

    [Fact]
    public void EveryHeightAtRadiusOne()
    {
        for (int height = 0; height <= 40; height++)
            foreach (int width in (int[])[70, 131, 200])
            {
                var trial = new BoxCase(width, height, 1) { Border = (BoxBorder)(height % 6), SourceGap = 3, DestinationGap = 58 };
                BoxTrial.Check<ushort>(trial with { InPlace = true }, BoxTrial.AllInstructions, height);
                BoxTrial.Check<byte>(trial, BoxTrial.AllInstructions, height);
                BoxTrial.Check<float>(trial, BoxTrial.AllInstructions, height);
            }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(7)]
    [InlineData(8)]
    [InlineData(15)]
    [InlineData(50)]
    [InlineData(63)]
    [InlineData(64)]
    [InlineData(90)]
    [InlineData(128)]
    public void EveryRadiusClass(int radius)
    {
        foreach (int width in (int[])[1, 2, 16, 31, 33, 63, 64, 65, 127, 128, 129, 193, 261])
            foreach (BoxBorder border in Enum.GetValues<BoxBorder>())
            {
                var trial = new BoxCase(width, 1 + width % 23, radius)
                {
                    Border = border,
                    Outside = 200,
                    SourceGap = width % 5,
                    DestinationGap = width % 7,
                    AtEnd = width % 2 == 0,
                    InPlace = (width + radius + (int)border) % 2 == 0,
                };
                BoxTrial.Check<byte>(trial, BoxTrial.AllInstructions, radius);
                BoxTrial.Check<byte>(trial with { Height = 2 * radius + 5 }, [BoxInstructions.Best], radius);
                BoxTrial.Check<ushort>(trial, BoxTrial.AllInstructions, radius);
                BoxTrial.Check<float>(trial, BoxTrial.AllInstructions, radius);
            }
    }

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void EveryChannelCount(int channels)
    {
        foreach (int radius in (int[])[1, 2, 15, 70])
            foreach (int width in (int[])[1, 5, 21, 22, 32, 43, 63, 64, 66, 85])
            {
                var trial = new BoxCase(width, 19, radius)
                {
                    Channels = channels,
                    Border = (BoxBorder)((width + radius) % 6),
                    Outside = 9,
                    SourceGap = 2,
                    InPlace = width % 2 == 0,
                };
                BoxTrial.Check<byte>(trial, BoxTrial.AllInstructions, width);
                BoxTrial.Check<ushort>(trial, BoxTrial.AllInstructions, width);
                BoxTrial.Check<float>(trial, BoxTrial.AllInstructions, width);
            }
    }

    [Fact]
    public void TheLargestRadius()
    {
        var trial = new BoxCase(70, 9, BoxBlur.MaxRadius) { Border = BoxBorder.Reflect101 };
        BoxTrial.Check<byte>(trial, BoxTrial.AllInstructions);
        BoxTrial.Check<ushort>(trial with { Border = BoxBorder.Wrap, InPlace = true }, BoxTrial.AllInstructions);
        BoxTrial.Check<byte>(new BoxCase(2049, 2049, BoxBlur.MaxRadius) { Border = BoxBorder.InteriorOnly }, [BoxInstructions.Best]);
    }

    [Fact]
    public void PicturesBeyondTheCaches()
    {
        BoxTrial.Check<byte>(new BoxCase(4096, 1600, 1), BoxTrial.AllInstructions);
        BoxTrial.Check<float>(new BoxCase(2048, 2100, 1) { DestinationGap = 64 }, BoxTrial.AllInstructions);
        BoxTrial.Check<byte>(new BoxCase(4070, 1600, 20) { DestinationGap = 26 }, BoxTrial.AllInstructions);
    }
}
