using Course.Images;

namespace Course.Blur;

/// <summary>A rung with its picture already in the rung's own storage.</summary>
public interface IPreparedBlur
{
    /// <summary>Blurs once. The only part that is timed; may be called again and again, with the same result.</summary>
    void Run();

    /// <summary>The blurred picture of the last run as bytes, rounded to nearest.</summary>
    Plane<byte> Result();
}
