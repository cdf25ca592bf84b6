using Course.Images;

namespace Course.Blur;

/// <summary>As a <see cref="PixelRung"/>, with partial sums kept in rows of their own between the picture and the result.</summary>
public abstract class SumsRung : Rung
{
    /// <summary>Rows of sums, as wide as the picture, that a picture of this height takes.</summary>
    public abstract int SumRows(int height);

    /// <summary>Writes the blurred interior; the border is not touched. The sums may hold anything before and after.</summary>
    public abstract void Blur<TPixels, TSums>(TPixels image, TSums sums, TPixels result)
        where TPixels : struct, IPixels<byte>, allows ref struct
        where TSums : struct, IPixels<ushort>, allows ref struct;

    private protected override IPreparedBlur PrepareInterior(Plane<byte> image)
    {
        var sums = new Plane<ushort>(image.Width, SumRows(image.Height));
        return new GivenDestination(
            image, (from, to) => Blur(new SpanPixels<byte>(from), new SpanPixels<ushort>(sums), new SpanPixels<byte>(to)));
    }
}
