using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using Course.Images;

namespace Course.Blur.Rungs;

/// <summary>Row bands that say what they will read next.</summary>
public sealed class FetchedAhead : VectorRung
{
    private const int BandRows = 8, PixelsAhead = 512;

    public override string Name => "fetched ahead";
    public override string Idea => "Ask for the pixels some cache lines ahead, so that they are on their way before they are needed.";
    public override string Change => "The row bands' loop with one prefetch for each vector of pixels, eight cache lines ahead.";
    public override string Why => "A band reads ten rows at once, more than the processor's own prefetcher follows; it pays where the pictures do not fit in a cache.";
    public override PixelWork Work => PixelWork.OfVectors(
        Avx512BW.IsSupported ? Vector512<byte>.Count : Vector256<byte>.Count, loads: 3.75, stores: 1, operations: 15.25, memoryBytes: 3);
    public override string? Needs => "AVX2, better AVX-512 (BW)";
    public override string? Missing => Avx2.IsSupported ? null : "this processor's AVX2 instructions are missing or switched off.";

    public override void Blur<TImage, TResult>(TImage image, TResult result)
    {
        if (Avx512BW.IsSupported && image.Width >= Vector512<byte>.Count + 2) Blur<TImage, TResult, RowSums512>(image, result);
        else if (image.Width >= Vector256<byte>.Count + 2) Blur<TImage, TResult, RowSums256>(image, result);
        else NinePixels.Blur(image, result);
    }

    private static void Blur<TImage, TResult, TSums>(TImage image, TResult result)
        where TImage : struct, IPixels<byte>, allows ref struct
        where TResult : struct, IPixels<byte>, allows ref struct
        where TSums : struct, IRowSums<TSums>
    {
        int last = image.Width - 1 - TSums.Pixels;
        for (int top = 1; top < image.Height - 1; top += BandRows)
            for (int x = 1; x < image.Width - 1; x = (x + TSums.Pixels) & -TSums.Pixels) // 1, then whole vectors: 64, 128, …
            {
                int at = Math.Min(x, last), end = Math.Min(top + BandRows, image.Height - 1);
                TSums above = TSums.Of(image, top - 1, at), here = TSums.Of(image, top, at);
                for (int y = top; y < end; y++)
                {
                    image.Prefetch(y + 1, at + PixelsAhead);
                    TSums below = TSums.Of(image, y + 1, at);
                    (above + here + below).StoreMean(result, y, at);
                    (above, here) = (here, below);
                }
            }
    }
}
