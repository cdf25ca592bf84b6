using Course.Images;

namespace Course.Blur.Rungs;

/// <summary>The same loop on bare pointers.</summary>
public sealed class Unchecked : SumsRung
{
    public override string Name => "unchecked";
    public override string Idea => "Leave out the check of every index; whoever wrote the loop answers for it.";
    public override string Change => "Not a word of the row ring's loop: its accessors became pointers.";
    public override string Why => "A comparison and a branch less for every load and store.";
    public override Type Shown => typeof(RowRing);
    public override PixelWork Work => new(Loads: 3, Stores: 2, Operations: 6, MemoryBytes: 3);

    private readonly RowRing _ring = new();

    public override int SumRows(int height) => _ring.SumRows(height);

    public override void Blur<TPixels, TSums>(TPixels image, TSums ring, TPixels result) => _ring.Blur(image, ring, result);

    private protected override IPreparedBlur PrepareInterior(Plane<byte> image)
    {
        var ring = new Plane<ushort>(image.Width, SumRows(image.Height));
        return new GivenDestination(image, (from, to) =>
        {
            Blur(new PointerPixels<byte>(from), new PointerPixels<ushort>(ring), new PointerPixels<byte>(to));
            GC.KeepAlive(ring);
        });
    }
}
