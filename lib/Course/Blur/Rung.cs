using Course.Images;

namespace Course.Blur;

/// <summary>
/// One step of the ladder: the 3x3 mean of a grey picture, done with one more idea than the step before.
/// For every interior pixel, <c>result[y, x] = sum of image[y-1..y+1, x-1..x+1] / 9</c>; byte rungs round to nearest (no ties exist,
/// nine is odd). The outermost rows and columns keep the input's pixels. Where a rung keeps its pixels (boxed lists, rows, double,
/// byte) is its own choice, made in <see cref="Prepare"/>; only <see cref="IPreparedBlur.Run"/> is timed.
/// </summary>
public abstract class Rung
{
    /// <summary>Short and unique, e.g. "flat double".</summary>
    public abstract string Name { get; }

    /// <summary>The idea in one sentence.</summary>
    public abstract string Idea { get; }

    /// <summary>What changed since the previous rung, in one sentence.</summary>
    public abstract string Change { get; }

    /// <summary>Why this machine cannot run the rung, or null when it can.</summary>
    public virtual string? Missing => null;

    /// <summary>Copies the picture into the rung's own storage.</summary>
    public abstract IPreparedBlur Prepare(Plane<byte> image);
}
