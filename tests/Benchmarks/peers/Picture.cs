using System.Runtime.InteropServices;

namespace Peers;

/// <summary>The pixels that all contestants of one process read, and the ones those of them write that run in this process.</summary>
internal sealed unsafe class Picture : IDisposable
{
    private const int Page = 4096, CacheLine = 64;
    private readonly void* _source, _destination;

    /// <param name="launch">
    /// Where the destination begins within its page, in cache lines: another place in each launch, so that no contestant lives or dies by
    /// one placement.
    /// </param>
    public Picture(Case shape, int launch)
    {
        Shape = shape;
        _source = NativeMemory.AlignedAlloc((nuint)shape.Bytes + Page, Page);
        _destination = NativeMemory.AlignedAlloc((nuint)shape.Bytes + 2 * Page, Page);
        Source = (nint)_source;
        Destination = (nint)_destination + launch * 13 % (Page / CacheLine) * CacheLine;
        var random = new Random(1);
        if (shape.Floats)
            // Multiples of 1/256 below 256: their sums are exact in double, so the true mean is known.
            foreach (ref float pixel in Floats(Source)) pixel = random.Next(65536) / 256f;
        else random.NextBytes(Bytes(Source));
        new Span<byte>((void*)Destination, shape.Bytes).Clear();
    }

    public Case Shape { get; }

    public nint Source { get; }

    public nint Destination { get; }

    public Span<byte> Bytes(nint pixels) => new((void*)pixels, Shape.Width * Shape.Height);

    public Span<float> Floats(nint pixels) => new((void*)pixels, Shape.Width * Shape.Height);

    /// <summary>Either kind of pixels, widened.</summary>
    public float[] Widened(nint pixels)
    {
        if (Shape.Floats) return Floats(pixels).ToArray();
        var wide = new float[Shape.Width * Shape.Height];
        Span<byte> bytes = Bytes(pixels);
        for (int i = 0; i < wide.Length; i++) wide[i] = bytes[i];
        return wide;
    }

    public void Dispose()
    {
        NativeMemory.AlignedFree(_source);
        NativeMemory.AlignedFree(_destination);
    }
}
