using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Course.Blur.Rungs;

/// <summary>Thirty-two pixels at once, with an instruction made for sums of neighbours.</summary>
public sealed class Vectors256 : VectorRung
{
    public override string Name => "256-bit vectors";
    public override string Idea => "Add neighbouring bytes with one instruction, and keep even and odd pixels in 16-bit lanes of their own.";
    public override string Change => "Vector<T> became AVX2's own instructions: no widening, no narrowing, and one multiplication that rounds.";
    public override string Why => "Seven operations for a row of 32 pixels where widening took twelve, and four for the mean where it took eleven.";
    public override PixelWork Work => PixelWork.OfVectors(Vector256<byte>.Count, loads: 9, stores: 1, operations: 25, memoryBytes: 3);
    public override string? Needs => "AVX2";
    public override string? Missing => Avx2.IsSupported ? null : "this processor's AVX2 instructions are missing or switched off.";

    public override void Blur<TImage, TResult>(TImage image, TResult result)
    {
        int last = image.Width - 1 - Vector256<byte>.Count;
        if (last < 1)
        {
            NinePixels.Blur(image, result);
            return;
        }
        for (int y = 1; y < image.Height - 1; y++)
            for (int x = 1; x < image.Width - 1; x += Vector256<byte>.Count)
            {
                int at = Math.Min(x, last); // the last vector overlaps the one before it
                Vector256<short> even = default, odd = default;
                for (int dy = -1; dy <= 1; dy++)
                {
                    // bytes of left:   p-1 p0 | p1 p2 | …    left & 255: p-1,  p1, …
                    // bytes of middle:  p0 p1 | p2 p3 | …    pairs:      p0 + p1, p2 + p3, …
                    // bytes of right:   p1 p2 | p3 p4 | …    right >> 8: p2,  p4, …
                    Vector256<ushort> left = image.Load256(y + dy, at - 1).AsUInt16();
                    Vector256<byte> middle = image.Load256(y + dy, at);
                    Vector256<ushort> right = image.Load256(y + dy, at + 1).AsUInt16();
                    Vector256<short> pairs = Avx2.MultiplyAddAdjacent(middle, Vector256<sbyte>.One);
                    even += pairs + (left & Vector256.Create((ushort)255)).AsInt16(); // p-1 + p0 + p1, the sum around p0
                    odd += pairs + (right >> 8).AsInt16();                            // p0 + p1 + p2, the sum around p1
                }
                result.Store(y, at, (NinePixels.Mean(even) | (NinePixels.Mean(odd) << 8)).AsByte());
            }
    }
}
