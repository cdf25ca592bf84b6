using System.Numerics;
using System.Runtime.Intrinsics;
using Course.Images;
using Course.Traces;

namespace Course.Tests.Traces;

public sealed class TracedPixelsTests
{
    private readonly Plane<ushort> _plane = new(70, 3, 80);
    private readonly Trace _trace = new();

    public TracedPixelsTests()
    {
        for (int i = 0; i < _plane.Span.Length; i++) _plane.Span[i] = (ushort)(i * 31);
    }

    [Fact]
    public void EveryOperationIsOneAccessWithItsRealWidth()
    {
        var traced = new TracedPixels<ushort>(_plane, _trace, 0x1000, "image");
        traced[2, 5] = traced[1, 4];
        traced.Store(0, 1, traced.Load64(1, 2));
        traced.Store(0, 1, traced.Load128(1, 2));
        traced.Store(0, 1, traced.Load256(1, 2));
        traced.Store(0, 1, traced.Load512(1, 2));
        traced.Store(0, 1, traced.LoadVector(1, 2));

        (ulong, int, AccessKind)[] expected =
        [
            (0x1000 + 2 * 84, 2, AccessKind.Load), (0x1000 + 2 * 165, 2, AccessKind.Store),
            (0x1000 + 2 * 82, 8, AccessKind.Load), (0x1000 + 2 * 1, 8, AccessKind.Store),
            (0x1000 + 2 * 82, 16, AccessKind.Load), (0x1000 + 2 * 1, 16, AccessKind.Store),
            (0x1000 + 2 * 82, 32, AccessKind.Load), (0x1000 + 2 * 1, 32, AccessKind.Store),
            (0x1000 + 2 * 82, 64, AccessKind.Load), (0x1000 + 2 * 1, 64, AccessKind.Store),
            (0x1000 + 2 * 82, Vector<byte>.Count, AccessKind.Load), (0x1000 + 2 * 1, Vector<byte>.Count, AccessKind.Store),
        ];
        Assert.Equal(expected, _trace.Accesses.ToArray().Select(a => (a.Address, a.Size, a.Kind)));
        Assert.All(_trace.Accesses.ToArray(), a => Assert.Equal(new ArrayRegion("image", 0x1000, 2 * 240, 2, 160), _trace.Arrays[a.Array]));
    }

    [Fact]
    public void EveryAccessorReadsAndWritesTheSamePixels()
    {
        Plane<ushort> bySpan = _plane.Copy(), byPointer = _plane.Copy(), byStream = _plane.Copy(), byTrace = _plane.Copy();
        Exchange(new SpanPixels<ushort>(bySpan));
        Exchange(new PointerPixels<ushort>(byPointer));
        Exchange(new StreamingPixels<ushort>(byStream));
        Exchange(new TracedPixels<ushort>(byTrace, _trace, 0, "image"));
        Assert.NotEqual(_plane.Span.ToArray(), bySpan.Span.ToArray());
        Assert.Equal(bySpan.Span.ToArray(), byPointer.Span.ToArray());
        Assert.Equal(bySpan.Span.ToArray(), byTrace.Span.ToArray());
        Interlocked.MemoryBarrier();
        Assert.Equal(bySpan.Span.ToArray(), byStream.Span.ToArray());
        GC.KeepAlive(byPointer);
    }

    [Theory]
    [InlineData(-1, 0)]
    [InlineData(3, 0)]
    [InlineData(0, -1)]
    [InlineData(0, 80 - 7)]
    public void AnAccessOutsideTheRowIsRefusedAndNotRecorded(int y, int x)
    {
        Assert.Throws<IndexOutOfRangeException>(() => new TracedPixels<ushort>(_plane, _trace, 0, "image").Load128(y, x));
        Assert.Equal(0, _trace.Count);
    }

    private static void Exchange<TPixels>(TPixels pixels) where TPixels : struct, IPixels<ushort>, allows ref struct
    {
        Assert.Equal((70, 3), (pixels.Width, pixels.Height));
        pixels[1, 1] = (ushort)(pixels[2, 69] + 1);
        pixels.Store(2, 64, pixels.Load64(0, 62) + 1);
        pixels.Store(0, 3, pixels.Load128(1, 5) + Vector128<ushort>.One);
        pixels.Store(0, 12, pixels.Load256(1, 6) + Vector256<ushort>.One);
        pixels.Store(0, 30, pixels.Load512(2, 7) + Vector512<ushort>.One);
        pixels.Store(2, 1, pixels.LoadVector(1, 8) + Vector<ushort>.One);
        // Multiples of 64 bytes, which a streaming accessor stores past the caches.
        pixels.Store(2, 0, pixels.Load128(0, 9));
        pixels.Store(0, 32, pixels.Load256(2, 9));
        pixels.Store(2, 32, pixels.Load512(0, 9));
        pixels.Store(0, 0, pixels.LoadVector(2, 9));
    }
}
