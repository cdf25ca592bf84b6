using Course.Blur.Rungs;
using Course.Images;

namespace Course.Tests.Blur;

/// <summary>What the floating-point rungs compute before it is rounded, against the exact mean.</summary>
public sealed class ErrorBoundTests
{
    private const int Width = 300, Height = 60;
    private readonly Plane<byte> _image = MeanOracle.Picture(Width, Height);

    [Fact]
    public void FloatsStayWithinTheirBound()
    {
        float[] result = FlatFloats.Blur([.. _image.Span.ToArray().Select(pixel => (float)pixel)], Width, Height);
        AssertWithin(new FlatFloats().ErrorBound, (y, x) => result[y * Width + x]);
    }

    [Fact]
    public void DoublesStayWithinTheirs()
    {
        double[] flat = [.. _image.Span.ToArray().Select(pixel => (double)pixel)];
        double[] divided = Unrolled.Blur(flat, Width, Height), multiplied = Multiplied.Blur(flat, Width, Height);
        AssertWithin(new Unrolled().ErrorBound, (y, x) => divided[y * Width + x]);
        AssertWithin(new Multiplied().ErrorBound, (y, x) => multiplied[y * Width + x]);
    }

    [Fact]
    public void AFloatIsNotExactSoTheBoundIsNeeded()
    {
        float[] result = FlatFloats.Blur([.. _image.Span.ToArray().Select(pixel => (float)pixel)], Width, Height);
        Assert.Contains(Interior(), at => result[at.Y * Width + at.X] != NinePixelSum(at.Y, at.X) / 9.0);
    }

    private void AssertWithin(double bound, Func<int, int, double> result) =>
        Assert.All(Interior(), at => Assert.InRange(result(at.Y, at.X) - NinePixelSum(at.Y, at.X) / 9.0, -bound, bound));

    private static IEnumerable<(int Y, int X)> Interior() =>
        from y in Enumerable.Range(1, Height - 2) from x in Enumerable.Range(1, Width - 2) select (y, x);

    private int NinePixelSum(int y, int x) => Enumerable.Range(0, 9).Sum(i => _image[y - 1 + i / 3, x - 1 + i % 3]);
}
