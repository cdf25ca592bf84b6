using Course.Blur.OffCpu;
using Course.Blur.Rungs;

namespace Course.Tests.Blur;

/// <summary>Against a real device, which CI makes of the CPU with pocl.</summary>
public sealed class OpenClBlurTests
{
    public static TheoryData<int, int, int> Shapes => new()
    {
        { 1, 1, 1 }, { 2, 3, 2 }, { 3, 3, 1 }, { 17, 5, 3 }, { 64, 64, 1 }, { 129, 31, 2 },
    };

    [SkippableTheory]
    [MemberData(nameof(Shapes))]
    public void TheDeviceComputesWhatTheLadderComputes(int width, int height, int count)
    {
        using var blur = new OpenClBlur(Device(), width, height, count);
        byte[] images = new byte[width * height * count], results = new byte[images.Length];
        new Random(width).NextBytes(images);
        for (int round = 0; round < 2; round++) blur.Blur(images, results);
        for (int picture = 0; picture < count; picture++)
        {
            byte[] image = images[(picture * width * height)..((picture + 1) * width * height)];
            Assert.Equal(FlatBytes.Blur(image, width, height), results[(picture * width * height)..((picture + 1) * width * height)]);
        }
    }

    [SkippableFact]
    public void WrongSizesAreToldAndNothingIsWritten()
    {
        using var blur = new OpenClBlur(Device(), 4, 4);
        byte[] results = new byte[16];
        Assert.Contains("4 x 4", Assert.Throws<ArgumentException>(() => blur.Blur(new byte[15], results)).Message, StringComparison.Ordinal);
        Assert.All(results, pixel => Assert.Equal(0, pixel));
        Assert.Throws<ArgumentOutOfRangeException>(() => new OpenClBlur(Device(), 0, 4));
    }

    [SkippableFact]
    public void MoreMemoryThanTheDeviceHasIsASentence()
    {
        OpenClDevice device = Device();
        var refused = Assert.Throws<OpenClException>(() => new OpenClBlur(device, 1 << 20, 1 << 20, 1 << 10));
        Assert.Contains("bytes", refused.Message, StringComparison.Ordinal);
        Assert.Contains("memory", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void WhereNothingIsInstalledASentenceNamesTheRemedy()
    {
        if (OpenClDevice.Missing is { } missing) Assert.Contains("pocl-opencl-icd", missing, StringComparison.Ordinal);
        else Assert.NotEmpty(OpenClDevice.All());
    }

    private static OpenClDevice Device()
    {
        if (OpenClDevice.Missing is { } missing)
        {
            if (Environment.GetEnvironmentVariable("COURSE_REQUIRE_ALL") == "1") Assert.Fail(missing);
            Skip.If(true, missing);
        }
        return OpenClDevice.All()[0];
    }
}
