using Course.Images;

namespace Course.Tests.Images;

/// <summary>Files written by libpng through netpbm.</summary>
public class FixtureTests
{
    public static TheoryData<string> Plain() =>
        [.. Fixture.Pngs.Select(file => Path.GetFileNameWithoutExtension(file)!).Where(name => !name.EndsWith("-interlace", StringComparison.Ordinal))];

    [Theory, MemberData(nameof(Plain))]
    public void InterlacedAndPlainHoldTheSamePixels(string name) =>
        Assert.Equal(Read($"{name}.png"), Read($"{name}-interlace.png"));

    [Theory]
    [InlineData("grey4.png", "grey4.pgm"), InlineData("grey16.png", "grey16.pgm"), InlineData("rgb8.png", "rgb8.ppm"), InlineData("rgb16.png", "rgb16.ppm")]
    public void PngHoldsThePixelsItWasMadeFrom(string png, string pnm) => Assert.Equal(Read(pnm), Read(png));

    private static (int, int, int, string) Read(string name)
    {
        Picture picture = ImageFile.Load(Fixture.PathOf(name));
        Assert.Equal((23, 17), (picture.Width, picture.Height));
        Assert.True(picture.Samples.Span.ToArray().Distinct().Count() > 1);
        return (picture.Width, picture.Height, picture.Channels, Convert.ToHexString(picture.Samples.Span));
    }
}
