using Course.Images;

namespace Course.Blur.Rungs;

/// <summary>Every core blurs its share of the rows.</summary>
public sealed class AllCores : Rung
{
    private static readonly FetchedAhead Bands = new();

    public override string Name => "all cores";
    public override string Idea => "Cut the picture into as many bands as there are cores, and let each core blur its own.";
    public override string Change => "Parallel.For over bands of rows; the loop within a band is the same.";
    public override string Why =>
        "Cores compute side by side; but waking them takes longer than a small picture does, and all of them share one path to memory.";
    public override PixelWork Work => Bands.Work;
    public override string? Needs => Bands.Needs;
    public override string? Missing => Bands.Missing;

    public static void Blur(PointerPixels<byte> image, PointerPixels<byte> result)
    {
        int cores = Environment.ProcessorCount, interior = image.Height - 2;
        Parallel.For(0, cores, core =>
        {
            int top = 1 + interior * core / cores, bottom = 1 + interior * (core + 1) / cores;
            if (top == bottom) return;
            // A share is read with the row above and the row below it: borders to this core, interior to its neighbours.
            Bands.Blur(image.Rows(top - 1, bottom + 1), result.Rows(top - 1, bottom + 1));
        });
    }

    private protected override IPreparedBlur PrepareInterior(Plane<byte> image) =>
        new GivenDestination(image, (from, to) => Blur(new PointerPixels<byte>(from), new PointerPixels<byte>(to)));
}
