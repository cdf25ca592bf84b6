using Course.Images;

namespace Course.Scenes;

/// <summary>
/// A photo blurred with square windows of odd side 1, 3 … 31, one frame for each side: the whole photo, the window drawn on enlarged
/// pixels around one place, and the pixel that comes out there.
/// </summary>
public sealed class KernelSizeScene : Scene
{
    public const int LargestSize = 31;
    private const int ZoomRadius = 17;
    private const int Zoom = 2 * ZoomRadius + 1;

    /// <summary>Larger photos are cut to this side around the places, so that sixteen of them stay small enough for a page.</summary>
    private const int LargestSide = 512;

    /// <param name="photo">At least 35 x 35 pixels.</param>
    /// <param name="blur">From an odd window side to the blurred photo, of the photo's own size.</param>
    /// <param name="places">Named pixels to look at closely; the liveliest when there are none.</param>
    /// <exception cref="ArgumentException">
    /// A photo below 35 x 35, a blur that changes its size, or a place nearer than 17 pixels to an edge of what is shown.
    /// </exception>
    public KernelSizeScene(Plane<byte> photo, Func<int, Plane<byte>> blur, params IReadOnlyList<(string Name, int X, int Y)> places)
        : base("What a blur does: one window, one average", Runs(photo, blur, places.Count > 0 ? places : [LivelyPlace(photo)]))
    {
    }

    public override string PresetLabel => "Look at";

    public override string SliderLabel => "Kernel size";

    private static Preset[] Runs(Plane<byte> photo, Func<int, Plane<byte>> blur, IReadOnlyList<(string Name, int X, int Y)> places)
    {
        if (photo.Width < Zoom || photo.Height < Zoom)
            throw new ArgumentException($"The photo is {photo.Width} x {photo.Height}; the window of {LargestSize} needs {Zoom} x {Zoom} around it.", nameof(photo));
        var view = View(photo, places);
        foreach ((string name, int x, int y) in places)
        {
            int fromLeft = x - view.X, fromTop = y - view.Y;
            if (fromLeft < ZoomRadius || fromTop < ZoomRadius || fromLeft >= view.Width - ZoomRadius || fromTop >= view.Height - ZoomRadius)
                throw new ArgumentException($"'{name}' at ({x}, {y}) is nearer than {ZoomRadius} pixels to an edge of the {view.Width} x {view.Height} shown.", nameof(places));
        }
        var blurred = new SortedDictionary<int, Plane<byte>>();
        for (int size = 1; size <= LargestSize; size += 2)
        {
            blurred[size] = blur(size);
            if (blurred[size].Width != photo.Width || blurred[size].Height != photo.Height)
                throw new ArgumentException($"The blur of size {size} gave {blurred[size].Width} x {blurred[size].Height} pixels.", nameof(blur));
        }
        var shown = blurred.ToDictionary(each => each.Key, each => new SceneImage(Cut(each.Value, view.X, view.Y, view.Width, view.Height)));
        return [.. places.Select(place => new Preset(place.Name,
            [.. blurred.Select(each => Draw(photo, each.Value, shown[each.Key], view.X, view.Y, place.X, place.Y, each.Key))]))];
    }

    /// <summary>Where neighbouring pixels differ most, of places a few pixels apart: there a blur has something to do.</summary>
    private static (string Name, int X, int Y) LivelyPlace(Plane<byte> photo)
    {
        int apart = Math.Max(8, Math.Max(photo.Width, photo.Height) / 64);
        (string Name, int X, int Y) best = ("the liveliest place", ZoomRadius, ZoomRadius);
        long most = -1;
        for (int y = ZoomRadius; y < photo.Height - ZoomRadius; y += apart)
            for (int x = ZoomRadius; x < photo.Width - ZoomRadius; x += apart)
            {
                long differences = 0;
                for (int row = y - ZoomRadius; row <= y + ZoomRadius; row++)
                {
                    ReadOnlySpan<byte> pixels = photo.Row(row).Slice(x - ZoomRadius, Zoom);
                    for (int i = 1; i < pixels.Length; i++) differences += Math.Abs(pixels[i] - pixels[i - 1]);
                }
                if (differences > most) (most, best.X, best.Y) = (differences, x, y);
            }
        return best;
    }

    private static Frame Draw(Plane<byte> photo, Plane<byte> blurred, SceneImage shown, int viewX, int viewY, int x, int y, int size)
    {
        int radius = size / 2, pixels = size * size, left = x - ZoomRadius, top = y - ZoomRadius;
        long sum = 0;
        for (int row = y - radius; row <= y + radius; row++)
            foreach (byte pixel in photo.Row(row).Slice(x - radius, size)) sum += pixel;
        long reads = (long)photo.Width * photo.Height * pixels;
        string narration = size == 1
            ? $"A window of one pixel: its average is itself, {blurred[y, x]}, so the photo stays as it is."
            : $"The {pixels} pixels of the {size} x {size} window add up to {sum:N0}; divided by {pixels} that is {(double)sum / pixels:F1}, "
                + $"and the middle pixel becomes {blurred[y, x]}.";
        return new Frame(narration,
        [
            new PicturePanel("The blurred photo", shown, false, [new Mark(left - viewX, top - viewY, Zoom, Zoom)]),
            new PicturePanel("Before, enlarged", Cut(photo, left, top, Zoom, Zoom), true,
                [new Mark(ZoomRadius - radius, ZoomRadius - radius, size, size, true), new Mark(ZoomRadius, ZoomRadius, 1, 1)]),
            new PicturePanel("After, enlarged", Cut(blurred, left, top, Zoom, Zoom), true, [new Mark(ZoomRadius, ZoomRadius, 1, 1, true)]),
        ],
        [
            new Counter("pixels in the window", pixels),
            new Counter("their average", ((double)sum / pixels).ToString("F1")),
            new Counter("pixel reads for the whole photo, done as written", reads),
        ])
        { Step = $"{size} x {size}" };
    }

    private static (int X, int Y, int Width, int Height) View(Plane<byte> photo, IReadOnlyList<(string Name, int X, int Y)> places)
    {
        int width = Math.Min(photo.Width, LargestSide), height = Math.Min(photo.Height, LargestSide);
        int Start(double middle, int length, int whole) => Math.Clamp((int)middle - length / 2, 0, whole - length);
        return (Start(places.Average(place => place.X), width, photo.Width), Start(places.Average(place => place.Y), height, photo.Height), width, height);
    }

    private static Plane<byte> Cut(Plane<byte> from, int left, int top, int width, int height)
    {
        var cut = new Plane<byte>(width, height);
        for (int y = 0; y < height; y++) from.Row(top + y).Slice(left, width).CopyTo(cut.Row(y));
        return cut;
    }
}
