using Course.Images;

namespace Course.Blur;

/// <summary>A picture that is all border.</summary>
internal sealed class UnchangedPicture(Plane<byte> image) : IPreparedBlur
{
    public void Run()
    {
    }

    public Plane<byte> Result() => image.Copy();
}
