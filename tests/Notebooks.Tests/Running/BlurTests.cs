using Course.Images;

namespace Notebooks.Tests.Running;

/// <summary><c>course blur</c> on files, good and bad.</summary>
public sealed class BlurTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("course-blur-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_rung_and_the_box_blur_agree_inside_a_colour_picture()
    {
        string photo = Path.Combine(Sample.Root, "data", "images", "astronaut.png");
        Assert.Equal(0, CourseCommand.Run(_folder, "blur", photo, "box.png").ExitCode);
        Assert.Equal(0, CourseCommand.Run(_folder, "blur", photo, "rung.ppm", "--variant", "flat bytes").ExitCode);
        Picture box = ImageFile.Load(Path.Combine(_folder, "box.png")), rung = ImageFile.Load(Path.Combine(_folder, "rung.ppm"));
        Assert.Equal(3, box.Channels);
        for (int y = 1; y < box.Height - 1; y++)
            Assert.True(box.Samples.Row(y)[3..^3].SequenceEqual(rung.Samples.Row(y)[3..^3]), $"row {y}");
    }

    [Theory]
    [InlineData("missing.png", "out.png", "missing.png")]
    [InlineData("text.png", "out.png", "text.png")]
    [InlineData("photo", "out.bmp", ".bmp")]
    [InlineData("photo", "out.png", "--radius", "--radius", "5000")]
    [InlineData("photo", "out.png", "no variant", "--variant", "none")]
    public void What_cannot_be_done_is_said_in_a_sentence_and_writes_nothing(string input, string output, string named, params string[] options)
    {
        File.WriteAllText(Path.Combine(_folder, "text.png"), "no picture");
        if (input == "photo") input = Path.Combine(Sample.Root, "data", "images", "camera.png");
        (int exit, string said) = CourseCommand.Run(_folder, ["blur", input, output, .. options]);
        Assert.Equal(1, exit);
        Assert.Contains(named, said);
        Assert.DoesNotContain("   at ", said);
        Assert.False(File.Exists(Path.Combine(_folder, output)));
    }
}
