using Course.Images;

namespace Course.Blur;

/// <summary>
/// A rung that reads bytes from one picture and writes bytes to another that it is given, through whatever accessor: real memory
/// or traced. Allocates nothing.
/// </summary>
public abstract class PixelRung : Rung
{
    /// <summary>Writes the blurred interior; the border is not touched. Both pictures are at least 3x3, of one size, and do not overlap.</summary>
    public abstract void Blur<TImage, TResult>(TImage image, TResult result)
        where TImage : struct, IPixels<byte>, allows ref struct
        where TResult : struct, IPixels<byte>, allows ref struct;

    private protected override IPreparedBlur PrepareInterior(Plane<byte> image) =>
        new GivenDestination(image, (from, to) => Blur(new SpanPixels<byte>(from), new SpanPixels<byte>(to)));
}
