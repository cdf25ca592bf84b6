using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using Course.Images;

namespace Course.Blur.Rungs;

/// <summary>Tiles one vector wide and several rows high.</summary>
public sealed class RowBands : VectorRung
{
    private const int BandRows = 8;

    public override string Name => "row bands";
    public override string Idea => "Walk down a band of eight rows, one vector wide, and keep the sums of the last two rows in registers.";
    public override string Change => "Each row's sums are made once for a band instead of three times, and vectors start where cache lines start.";
    public override string Why => "Ten rows of loads and sums for eight rows of results where it took twenty-four, and no store that touches two cache lines.";
    public override PixelWork Work => PixelWork.OfVectors(
        Avx512BW.IsSupported ? Vector512<byte>.Count : Vector256<byte>.Count, loads: 3.75, stores: 1, operations: 14.25, memoryBytes: 3);
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
                    TSums below = TSums.Of(image, y + 1, at);
                    (above + here + below).StoreMean(result, y, at);
                    (above, here) = (here, below);
                }
            }
    }
}
