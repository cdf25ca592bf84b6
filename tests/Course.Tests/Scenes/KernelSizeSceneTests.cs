using Course.Images;
using Course.Scenes;

namespace Course.Tests.Scenes;

public sealed class KernelSizeSceneTests
{
    [Fact]
    public void Each_odd_size_is_a_frame_whose_numbers_come_from_the_pixels()
    {
        Plane<byte> photo = Noise(80, 60);
        var scene = new KernelSizeScene(photo, size => Mean(photo, size), ("here", 40, 30), ("there", 17, 17));
        Assert.Equal(["here", "there"], scene.Presets.Select(preset => preset.Name));
        Assert.Equal(Enumerable.Range(0, 16).Select(i => $"{2 * i + 1} x {2 * i + 1}"), scene.Presets[1].Frames.Select(frame => frame.Step));
        for (int i = 0; i < 16; i++)
        {
            int size = 2 * i + 1;
            Frame frame = scene.Presets[0].Frames[i];
            Plane<byte> blurred = Mean(photo, size);
            var panels = frame.Panels.Cast<PicturePanel>().ToArray();
            Assert.Equal(blurred.Span, Shown(panels[0]).Span);
            Assert.Equal(blurred[30, 40], Pixel(panels[2], 17, 17));
            Assert.Contains(size == 1 ? $"itself, {photo[30, 40]}," : $"becomes {blurred[30, 40]}.", frame.Narration);
            Assert.Equal((size * size).ToString("N0"), frame.Counters[0].Value);
            Assert.Equal((80L * 60 * size * size).ToString("N0"), frame.Counters[2].Value);
            Mark window = panels[1].Marks[0];
            Assert.Equal((size, size, 17 - i, 17 - i), (window.Width, window.Height, window.X, window.Y));
        }
    }

    [Fact]
    public void Without_a_place_the_liveliest_is_looked_at()
    {
        var photo = new Plane<byte>(200, 150);
        for (int y = 60; y < 100; y++)
            for (int x = 120; x < 160; x++) photo[y, x] = (byte)(x % 2 * 255);
        Mark mark = ((PicturePanel)new KernelSizeScene(photo, _ => photo).Presets[0].Frames[0].Panels[0]).Marks[0];
        Assert.InRange(mark.X, 120 - 8, 125);
        Assert.InRange(mark.Y, 60 - 8, 65);
    }

    [Fact]
    public void A_large_photo_is_cut_around_the_place()
    {
        Plane<byte> photo = Noise(700, 600);
        var scene = new KernelSizeScene(photo, _ => photo, ("corner", 680, 580));
        var panel = (PicturePanel)scene.Presets[0].Frames[0].Panels[0];
        Assert.Equal((512, 512), (panel.Picture.Width, panel.Picture.Height));
        Assert.Equal(photo[599, 699], Pixel(panel, 511, 511));
        Assert.Equal(photo[580, 680], Pixel(panel, panel.Marks[0].Y + 17, panel.Marks[0].X + 17));
    }

    [Theory]
    [InlineData(34, 80, 17, 17, "34 x 80")]
    [InlineData(80, 80, 16, 40, "'here' at (16, 40)")]
    [InlineData(80, 80, 40, 63, "'here' at (40, 63)")]
    [InlineData(900, 80, 17, 40, "'here' at (17, 40) is nearer than 17 pixels to an edge of the 512 x 80 shown", 800)]
    public void A_photo_or_place_without_room_for_the_window_is_refused(int width, int height, int x, int y, string message, int other = -1)
    {
        var photo = new Plane<byte>(width, height);
        (string, int, int)[] places = other < 0 ? [("here", x, y)] : [("here", x, y), ("other", other, 40)];
        Assert.Contains(message, Assert.Throws<ArgumentException>(() => new KernelSizeScene(photo, _ => photo, places)).Message);
    }

    [Fact]
    public void A_blur_that_changes_the_size_is_refused() => Assert.Contains("The blur of size 1 gave 39 x 40", Assert.Throws<ArgumentException>(
        () => new KernelSizeScene(new Plane<byte>(40, 40), _ => new Plane<byte>(39, 40))).Message);

    private static Plane<byte> Shown(PicturePanel panel) => ImageFile.Read(new MemoryStream(panel.Picture.Png.ToArray())).Samples;

    private static byte Pixel(PicturePanel panel, int y, int x) => Shown(panel)[y, x];

    /// <summary>Rounded to nearest; beyond the edge the nearest pixel counts.</summary>
    private static Plane<byte> Mean(Plane<byte> photo, int size)
    {
        var mean = new Plane<byte>(photo.Width, photo.Height);
        for (int y = 0; y < photo.Height; y++)
            for (int x = 0; x < photo.Width; x++)
            {
                int sum = 0;
                for (int dy = -size / 2; dy <= size / 2; dy++)
                    for (int dx = -size / 2; dx <= size / 2; dx++)
                        sum += photo[Math.Clamp(y + dy, 0, photo.Height - 1), Math.Clamp(x + dx, 0, photo.Width - 1)];
                mean[y, x] = (byte)((sum + size * size / 2) / (size * size));
            }
        return mean;
    }

    private static Plane<byte> Noise(int width, int height)
    {
        var plane = new Plane<byte>(width, height);
        new Random(3).NextBytes(plane.Span);
        return plane;
    }
}
