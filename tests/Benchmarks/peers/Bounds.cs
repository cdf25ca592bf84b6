using Course.Blur.Box;
using static Peers.Contestants;

namespace Peers;

/// <summary>
/// What limits BoxBlur, timed in turn with everybody else: the same kernel where no row ends and no cache is missed, two blurs at once that need not
/// wait for each other, arithmetic on both cores, large windows of half a picture.
/// </summary>
internal static class Bounds
{
    public const string Prefix = "bound: ", InCache = Prefix + "as many pixels in cache", Halves = Prefix + "two half blurs at once",
        HalfAsWide = Prefix + "half as wide", Arithmetic = Prefix + "arithmetic, one core", ArithmeticOnTwo = Prefix + "arithmetic, two cores";

    // Source and destination of this many bytes lie in the second cache of every core of today with room to spare.
    private const int PixelsInCache = 256 << 10, LeastRow = 2048, Additions = 100_000;

    private static readonly BoxBlurOptions s_options = new();

    private static ulong s_sum;

    public static IEnumerable<Contestant> Of(Picture picture)
    {
        Case shape = picture.Shape;
        foreach (int radius in shape.Radii.Length > 1 ? shape.Radii : [])
            yield return new HereContestant(shape.Label(HalfAsWide, radius), radius, Promise.Bound, () => BlurHalf(picture, radius), () => []);
        if (shape.Radii is not [1]) yield break;
        if (Goal.All.Any(goal => goal.Case == shape.Name && goal.Against == TwoCores))
        {
            int half = shape.Height / 2;
            yield return new PairContestant(Halves, () => Blur(picture, 0, shape.Width, half), () => Blur(picture, half * shape.Width, shape.Width, half));
            yield return new HereContestant(Arithmetic, 1, Promise.Bound, () => Add(2 * Additions), () => []);
            yield return new PairContestant(ArithmeticOnTwo, () => Add(Additions), () => Add(Additions));
        }
        if (shape.Floats || shape.Width > 4096) yield break;
        (int width, int height, int times) = LongRows(shape);
        yield return new HereContestant(InCache, 1, Promise.Bound, () =>
        {
            for (int i = 0; i < times; i++) Blur(picture, 0, width, height);
        }, () => []);
    }

    /// <summary>As many pixels as the case has, in rows of which the ends cost little, again and again so few of them that they stay in cache.</summary>
    private static (int Width, int Height, int Times) LongRows(Case shape)
    {
        int pixels = shape.Width * shape.Height, width = shape.Width < LeastRow && pixels % LeastRow == 0 ? LeastRow : shape.Width, height = pixels / width, times = 1;
        while (height % times != 0 || pixels / times > PixelsInCache) times++;
        return (width, height / times, times);
    }

    private static void Blur(Picture picture, int offset, int width, int height)
    {
        if (picture.Shape.Floats) BoxBlur.Blur(picture.Floats(picture.Source)[offset..], width, picture.Floats(picture.Destination)[offset..], width, width, height, 1, s_options);
        else BoxBlur.Blur(picture.Bytes(picture.Source)[offset..], width, picture.Bytes(picture.Destination)[offset..], width, width, height, 1, s_options);
    }

    /// <summary>The left half of a picture of bytes: half the row sums to keep.</summary>
    private static void BlurHalf(Picture picture, int radius)
    {
        Case shape = picture.Shape;
        BoxBlur.Blur(picture.Bytes(picture.Source), shape.Width, picture.Bytes(picture.Destination), shape.Width, shape.Width / 2, shape.Height, radius, s_options);
    }

    /// <summary>Touches no memory, but for the end, which keeps the compiler from leaving the loop out.</summary>
    private static void Add(int additions)
    {
        ulong a = 1, b = 2, c = 3, d = 4;
        for (int i = 0; i < additions; i++) (a, b, c, d) = (a + b, b ^ c, c + d, d ^ a);
        Volatile.Write(ref s_sum, a ^ b ^ c ^ d);
    }
}
