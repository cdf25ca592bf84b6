using Course.Images;

namespace Course.Blur;

/// <summary>A rung whose picture is a nest of rows: lists or arrays.</summary>
public abstract class NestedRung<TRows> : Rung where TRows : class
{
    private protected sealed override IPreparedBlur PrepareInterior(Plane<byte> image)
    {
        double[][] rows = [.. Enumerable.Range(0, image.Height).Select(y => Array.ConvertAll(image.Row(y).ToArray(), pixel => (double)pixel))];
        return new NewPictureEachRun<TRows>(image.Width, image.Height, Store(rows), BlurRows, Pixel);
    }

    private protected abstract TRows Store(double[][] rows);

    private protected abstract TRows BlurRows(TRows image);

    private protected abstract double Pixel(TRows image, int y, int x);
}
