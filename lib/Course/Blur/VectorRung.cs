using Course.Images;

namespace Course.Blur;

/// <summary>A rung that computes many pixels per instruction. It runs on bare pointers: a check for each vector would cost as much as the vector.</summary>
public abstract class VectorRung : PixelRung
{
    private protected override IPreparedBlur PrepareInterior(Plane<byte> image) =>
        new GivenDestination(image, (from, to) => Blur(new PointerPixels<byte>(from), new PointerPixels<byte>(to)));
}
