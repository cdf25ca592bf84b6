using System.Numerics;
using Course.Images;

namespace Course.Blur.Rungs;

/// <summary>As many pixels at once as this processor's vectors hold, whatever that is.</summary>
public sealed class PortableVectors : VectorRung
{
    public override string Name => "portable vectors";
    public override string Idea => "Compute a vector of neighbouring pixels with each instruction.";
    public override string Change => "byte became Vector<byte>, widened to 16 bits for the sums; back to nine loads, but each brings a whole vector.";
    public override string Why => "The same instructions do 16, 32 or 64 pixels; one source for every processor, at the price of instructions that only some have.";
    public override PixelWork Work => PixelWork.OfVectors(Vector<byte>.Count, loads: 9, stores: 1, operations: 47, memoryBytes: 3);
    public override string? Needs => "SIMD instructions of any kind";
    public override string? Missing => Vector.IsHardwareAccelerated ? null : "this processor's vector instructions are missing or switched off.";

    public override void Blur<TImage, TResult>(TImage image, TResult result)
    {
        int last = image.Width - 1 - Vector<byte>.Count;
        if (last < 1)
        {
            NinePixels.Blur(image, result);
            return;
        }
        for (int y = 1; y < image.Height - 1; y++)
            for (int x = 1; x < image.Width - 1; x += Vector<byte>.Count)
            {
                int at = Math.Min(x, last); // the last vector overlaps the one before it
                Vector<ushort> low = default, high = default;
                for (int dy = -1; dy <= 1; dy++)
                    for (int dx = -1; dx <= 1; dx++)
                    {
                        Vector.Widen(image.LoadVector(y + dy, at + dx), out Vector<ushort> pixelsLow, out Vector<ushort> pixelsHigh);
                        low += pixelsLow;
                        high += pixelsHigh;
                    }
                result.Store(y, at, Vector.Narrow(NinePixels.Mean(low), NinePixels.Mean(high)));
            }
    }
}
