using System.Security.Cryptography;
using Course.Images;

namespace Course.Tests.Images;

public class PhotoTests
{
    [Theory]
    [InlineData("camera", 1), InlineData("astronaut", 3)]
    public void ThePhotosAreThere(string name, int channels)
    {
        Picture photo = Photo.LoadColour(name);
        Assert.Equal((512, 512, channels), (photo.Width, photo.Height, photo.Channels));
        Assert.Equal((512, 512), (Photo.Load(name).Width, Photo.Load(name).Height));
    }

    [Fact]
    public void AnUnknownPhotoListsTheKnown()
    {
        string message = Assert.Throws<FileNotFoundException>(() => Photo.Load("../secret")).Message;
        Assert.Contains("astronaut, camera", message);
    }

    [Fact]
    public void EveryPhotoStatesItsSourceAndItsBytesAreThoseStated()
    {
        string folder = Path.Combine(AppContext.BaseDirectory.Split($"{Path.DirectorySeparatorChar}tests{Path.DirectorySeparatorChar}")[0], "data", "images");
        string readme = File.ReadAllText(Path.Combine(folder, "README.md"));
        foreach (string file in Directory.GetFiles(folder, "*.p*"))
            Assert.Contains($"`{Path.GetFileName(file)}` | `{Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(file)))}`", readme);
    }

    [Theory]
    [InlineData(1, 1), InlineData(1920, 1080), InlineData(100, 600)]
    public void ALargerPhotoIsMirroredAndASmallerOneCut(int width, int height)
    {
        Plane<byte> photo = Photo.Load("camera"), sized = Photo.Load("camera", width, height);
        Assert.Equal((width, height), (sized.Width, sized.Height));
        int[] thereAndBack = [.. Enumerable.Range(0, 512), .. Enumerable.Range(0, 512).Reverse(), .. Enumerable.Range(0, 512), .. Enumerable.Range(0, 512).Reverse()];
        for (int y = 0; y < height; y++)
            for (int x = 0; x < width; x++)
                if (photo[thereAndBack[y], thereAndBack[x]] != sized[y, x]) Assert.Fail($"pixel {y}, {x} is {sized[y, x]}");
    }

    /// <summary>Pinned, because recorded results and exercises name pictures by size and seed.</summary>
    [Theory]
    [InlineData(1, 1, 1, "452BA1DDEF80246C"), InlineData(640, 400, 1, "0F1E5EFB1313993B"), InlineData(3, 10000, 5, "8634D2717537344A")]
    public void AGeneratedPictureIsTheSameEverywhere(int width, int height, int seed, string sha256) =>
        Assert.Equal(sha256, Convert.ToHexString(SHA256.HashData(Photo.Generate(width, height, seed).Span))[..16]);

    [Fact]
    public void AGeneratedPictureUsesTheGreyRangeAndItsSeed()
    {
        byte[] one = Photo.Generate(640, 400, 1).Span.ToArray(), two = Photo.Generate(640, 400, 2).Span.ToArray();
        Assert.InRange(one.Distinct().Count(), 150, 256);
        Assert.NotEqual(one, two);
        Assert.Equal(0, Photo.Generate(0, 0).Span.Length);
    }
}
