using Course.Images;

namespace Course.Blur;

/// <summary>
/// One step of the ladder: the 3x3 mean of a grey picture, done with one more idea than the step before.
/// For every interior pixel, <c>result[y, x] = sum of image[y-1..y+1, x-1..x+1] / 9</c>; byte rungs round to nearest (no ties exist,
/// nine is odd). The outermost rows and columns keep the input's pixels, and so does a picture less than three pixels wide or high.
/// Where a rung keeps its pixels (boxed lists, rows, double, byte) is its own choice, made in <see cref="Prepare"/>; only
/// <see cref="IPreparedBlur.Run"/> is timed. The method a rung is about is called <c>Blur</c>; <see cref="Ladder.Source"/> shows its text.
/// </summary>
public abstract class Rung
{
    /// <summary>Short and unique, e.g. "flat double".</summary>
    public abstract string Name { get; }

    /// <summary>The idea in one sentence.</summary>
    public abstract string Idea { get; }

    /// <summary>What changed since the previous rung, in one sentence.</summary>
    public abstract string Change { get; }

    /// <summary>Why that should help, in one sentence; of a rung that does not help, why it does not.</summary>
    public abstract string Why { get; }

    /// <summary>What one interior pixel costs.</summary>
    public abstract PixelWork Work { get; }

    /// <summary>
    /// Largest distance of a result from the true mean before it is rounded to a byte: half for rungs that compute in integers,
    /// a few units in the last place for those that compute in floating point. After rounding all rungs agree bit for bit.
    /// </summary>
    public virtual double ErrorBound => 0.5;

    /// <summary>What the machine must have beyond any .NET, or null when nothing.</summary>
    public virtual string? Needs => null;

    /// <summary>Why this machine cannot run the rung, or null when it can.</summary>
    public virtual string? Missing => null;

    /// <summary>Whose method <c>Blur</c> this rung runs.</summary>
    public virtual Type Shown => GetType();

    /// <summary>Copies the picture into the rung's own storage.</summary>
    /// <exception cref="PlatformNotSupportedException">The machine lacks what <see cref="Missing"/> says.</exception>
    public IPreparedBlur Prepare(Plane<byte> image)
    {
        if (Missing is { } missing) throw new PlatformNotSupportedException($"The rung '{Name}' cannot run here: {missing}");
        return image.Width < 3 || image.Height < 3 ? new UnchangedPicture(image) : PrepareInterior(image);
    }

    /// <summary>As <see cref="Prepare"/>, for a picture that has an interior.</summary>
    private protected abstract IPreparedBlur PrepareInterior(Plane<byte> image);
}
