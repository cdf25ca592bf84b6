using System.Numerics;
using Course.Images;

namespace Course.Blur;

/// <summary>A rung whose picture is one array, row after row: pixel (y, x) is <c>image[y * width + x]</c>.</summary>
public abstract class FlatRung<T> : Rung where T : unmanaged, INumber<T>
{
    private protected sealed override IPreparedBlur PrepareInterior(Plane<byte> image)
    {
        int width = image.Width;
        var pixels = new T[width * image.Height];
        for (int y = 0; y < image.Height; y++)
            for (int x = 0; x < width; x++)
                pixels[y * width + x] = T.CreateChecked(image[y, x]);
        return new NewPictureEachRun<T[]>(
            width, image.Height, pixels, flat => BlurFlat(flat, width, image.Height), (flat, y, x) => double.CreateChecked(flat[y * width + x]));
    }

    private protected abstract T[] BlurFlat(T[] image, int width, int height);
}
