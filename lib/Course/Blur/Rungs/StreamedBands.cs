using System.Runtime.Intrinsics.X86;
using Course.Images;

namespace Course.Blur.Rungs;

/// <summary>Results go past the caches.</summary>
public sealed class StreamedBands : VectorRung
{
    private readonly FetchedAhead _bands = new();

    public override string Name => "streamed bands";
    public override string Idea => "Write results to memory past the caches, with non-temporal stores.";
    public override string Change => "Not a word of the loop: the accessor of the result stores whole aligned vectors past the caches.";
    public override string Why =>
        "Memory is not read before it is overwritten: two bytes travel per pixel instead of three. It fails while both pictures fit in a cache, where nothing had to travel at all.";
    public override PixelWork Work => _bands.Work with { MemoryBytes = 2 };
    public override string? Needs => _bands.Needs;
    public override string? Missing => _bands.Missing;
    public override Type Shown => typeof(FetchedAhead);

    public override void Blur<TImage, TResult>(TImage image, TResult result) => _bands.Blur(image, result);

    private protected override IPreparedBlur PrepareInterior(Plane<byte> image) => new GivenDestination(image, (from, to) =>
    {
        Blur(new PointerPixels<byte>(from), new StreamingPixels<byte>(to));
        Interlocked.MemoryBarrier();
    });
}
