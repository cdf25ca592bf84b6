using Course.Images;
using Course.Scenes;
using Course.Widgets;

namespace Course.Tests.Widgets;

public sealed class SizeTests
{
    [Fact]
    public void A_scene_of_cells_takes_at_most_300_kB()
    {
        Scene[] scenes =
        [
            new MemoryLayoutScene(), new GrowingArrayScene(), new PointerChaseScene(), new LineLoadScene(), new PrefetcherScene(),
            new HitsAndMissesScene([.. Enumerable.Range(0, 10_000).Select(i => i * 7 % 64)]), new SetPressureScene(), new HeapReuseScene(), new RegisterScene(),
        ];
        Assert.All(scenes, scene => Assert.InRange(Size(scene), 1, 300_000));
    }

    [Fact]
    public void The_photo_slider_takes_at_most_2_MB()
    {
        Plane<byte> photo = Photo.Load("camera");
        Assert.InRange(Size(new KernelSizeScene(photo, size => Softer(photo, size))), 1, 2_000_000);
    }

    private static Plane<byte> Softer(Plane<byte> photo, int size)
    {
        Plane<byte> rows = photo.Copy();
        for (int y = 0; y < photo.Height; y++)
            for (int x = 0; x < photo.Width; x++)
            {
                int sum = 0;
                for (int d = -size / 2; d <= size / 2; d++) sum += photo[y, Math.Clamp(x + d, 0, photo.Width - 1)];
                rows[y, x] = (byte)(sum / size);
            }
        return rows;
    }

    private static int Size(Scene scene) => System.Text.Encoding.UTF8.GetByteCount(scene.Show().ToBundle().Data["text/html"].GetValue<string>());
}
