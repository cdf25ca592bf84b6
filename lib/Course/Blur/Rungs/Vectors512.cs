using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Course.Blur.Rungs;

/// <summary>Sixty-four pixels at once: a whole cache line.</summary>
public sealed class Vectors512 : VectorRung
{
    public override string Name => "512-bit vectors";
    public override string Idea => "Use the widest vectors there are: one cache line of pixels per instruction.";
    public override string Change => "Every 256 became 512.";
    public override string Why => "Half the instructions; but loads that start a pixel to the left and to the right now always touch two cache lines.";
    public override PixelWork Work => PixelWork.OfVectors(Vector512<byte>.Count, loads: 9, stores: 1, operations: 25, memoryBytes: 3);
    public override string? Needs => "AVX-512 (BW)";
    public override string? Missing => Avx512BW.IsSupported ? null : "this processor's AVX-512 instructions are missing or switched off.";

    public override void Blur<TImage, TResult>(TImage image, TResult result)
    {
        int last = image.Width - 1 - Vector512<byte>.Count;
        if (last < 1)
        {
            NinePixels.Blur(image, result);
            return;
        }
        for (int y = 1; y < image.Height - 1; y++)
            for (int x = 1; x < image.Width - 1; x += Vector512<byte>.Count)
            {
                int at = Math.Min(x, last); // the last vector overlaps the one before it
                Vector512<short> even = default, odd = default;
                for (int dy = -1; dy <= 1; dy++)
                {
                    Vector512<ushort> left = image.Load512(y + dy, at - 1).AsUInt16(), right = image.Load512(y + dy, at + 1).AsUInt16();
                    Vector512<short> pairs = Avx512BW.MultiplyAddAdjacent(image.Load512(y + dy, at), Vector512<sbyte>.One);
                    even += pairs + (left & Vector512.Create((ushort)255)).AsInt16();
                    odd += pairs + (right >> 8).AsInt16();
                }
                result.Store(y, at, (NinePixels.Mean(even) | (NinePixels.Mean(odd) << 8)).AsByte());
            }
    }
}
