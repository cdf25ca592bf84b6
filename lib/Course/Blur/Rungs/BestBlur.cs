using Course.Blur.Box;
using Course.Images;

namespace Course.Blur.Rungs;

/// <summary>The library's blur for every radius, border and element, asked for the ladder's case.</summary>
public sealed class BestBlur : Rung
{
    private static readonly BoxBlurOptions Interior = new() { Border = BoxBorder.InteriorOnly };

    public override string Name => "box blur";
    public override string Idea => "Call the blur that was made to be used: any radius, any border, checked arguments.";
    public override string Change => "One call of BoxBlur on one core; it chooses among the ideas above by radius, size and processor.";
    public override string Why => "One address for everything the rungs below found out, and nobody has to choose.";
    public override PixelWork Work => new RowBands().Work;

    public static void Blur(Plane<byte> image, Plane<byte> result) =>
        BoxBlur.Blur(image, result, radius: 1, Interior);

    private protected override IPreparedBlur PrepareInterior(Plane<byte> image) => new GivenDestination(image, Blur);
}
