using Course.Images;
using FsCheck;
using FsCheck.Fluent;

namespace Course.Tests.Images;

public class ImageRoundTripTests
{
    [Fact]
    public void AnyPictureSurvivesPng() => Check.One(Config.QuickThrowOnFailure, Prop.ForAll(Pictures([1, 2, 3, 4]), picture =>
        Same(picture, ImageFile.Read(new MemoryStream(PngWriter.Encode(picture))))));

    [Fact]
    public void AnyPictureWithoutAlphaSurvivesPnm() => Check.One(Config.QuickThrowOnFailure, Prop.ForAll(Pictures([1, 3]), picture =>
    {
        var stream = new MemoryStream();
        PnmWriter.Write(picture, stream);
        stream.Position = 0;
        return Same(picture, ImageFile.Read(stream));
    }));

    [Theory]
    [InlineData(1, 1), InlineData(3, 10000), InlineData(10000, 3), InlineData(129, 7)]
    public void AwkwardSizesSurviveFiles(int width, int height)
    {
        Plane<byte> drawn = Photo.Generate(width, height);
        string folder = Directory.CreateTempSubdirectory().FullName;
        foreach (string name in new[] { "a.png", "a.pgm" })
        {
            ImageFile.Save(drawn, Path.Combine(folder, name));
            Assert.True(Same(drawn, ImageFile.Load(Path.Combine(folder, name))));
        }
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public void PaddingBetweenRowsIsNotWritten()
    {
        var padded = new Plane<byte>(3, 2, stride: 8);
        padded.Span.Fill(77);
        for (int y = 0; y < 2; y++) padded.Row(y).Fill(5);

        Picture read = ImageFile.Read(new MemoryStream(PngWriter.Encode(padded)));

        Assert.All(read.Samples.Span.ToArray(), value => Assert.Equal(5, value));
    }

    [Fact]
    public void AFailedSaveLeavesTheOldFileAndNothingElse()
    {
        string folder = Directory.CreateTempSubdirectory().FullName, file = Path.Combine(folder, "a.ppm");
        File.WriteAllText(file, "old");

        Assert.Throws<ArgumentException>(() => ImageFile.Save(new Picture(2, 2, 4), file));

        Assert.Equal("old", File.ReadAllText(file));
        Assert.Equal([file], Directory.GetFiles(folder));
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public void SavingAnEmptyPictureOrAnotherKindSaysWhatToDo()
    {
        Assert.Contains("0 x 0", Assert.Throws<ArgumentException>(() => PngWriter.Encode(new Plane<byte>(0, 0))).Message);
        Assert.Contains(".png, .pgm or .ppm", Assert.Throws<ArgumentException>(() => ImageFile.Save(Photo.Generate(1, 1), "a.jpg")).Message);
    }

    private static Arbitrary<Picture> Pictures(int[] channels) =>
        (from width in Gen.Choose(1, 40)
         from height in Gen.Choose(1, 12)
         from count in Gen.Elements(channels)
         from noisy in Gen.Elements(true, false)
         from seed in Gen.Choose(0, int.MaxValue)
         select Draw(width, height, count, noisy, new Random(seed))).ToArbitrary();

    private static Picture Draw(int width, int height, int channels, bool noisy, Random random)
    {
        var picture = new Picture(width, height, channels);
        if (noisy) random.NextBytes(picture.Samples.Span);
        else for (int y = 0; y < height; y++) for (int i = 0; i < width * channels; i++) picture.Samples[y, i] = (byte)(y * 3 + i * 2);
        return picture;
    }

    private static bool Same(Picture a, Picture b) =>
        (a.Width, a.Height, a.Channels) == (b.Width, b.Height, b.Channels)
        && Enumerable.Range(0, a.Height).All(y => a.Samples.Row(y).SequenceEqual(b.Samples.Row(y)));
}
