using Course.Images;

namespace Course.Blur;

/// <summary>A picture in a rung's own storage, blurred into newly allocated storage at each run.</summary>
/// <param name="pixel">The pixel (y, x) of the storage.</param>
internal sealed class NewPictureEachRun<TStorage>(
    int width, int height, TStorage image, Func<TStorage, TStorage> blur, Func<TStorage, int, int, double> pixel) : IPreparedBlur
    where TStorage : class
{
    private TStorage? _result;

    public void Run() => _result = blur(image);

    public Plane<byte> Result()
    {
        TStorage result = _result ?? throw new InvalidOperationException("Run the blur before asking for its result.");
        var plane = new Plane<byte>(width, height);
        for (int y = 0; y < height; y++)
            for (int x = 0; x < width; x++)
                plane[y, x] = (byte)Math.Round(pixel(result, y, x));
        return plane;
    }
}
