using System.Runtime.CompilerServices;

namespace Course.Blur.Rungs;

/// <summary>Vectors without vector instructions: eight bytes in an ordinary 64-bit number.</summary>
public sealed class PackedWords : VectorRung
{
    private const ulong EveryOtherByte = 0x00FF_00FF_00FF_00FF, EachLane = 0x0001_0001_0001_0001;

    public override string Name => "packed words";
    public override string Idea => "Keep four 16-bit sums in one 64-bit number: one ordinary addition adds all four.";
    public override string Change => "Eight pixels are loaded as one number; its even bytes and its odd bytes become four lanes each. Back to nine loads, for eight pixels.";
    public override string Why => "No sum of nine bytes overflows 16 bits, so the lanes never disturb each other; any 64-bit processor can do it.";
    public override PixelWork Work => PixelWork.OfVectors(lanes: 8, loads: 9, stores: 1, operations: 49, memoryBytes: 3);

    public override void Blur<TImage, TResult>(TImage image, TResult result)
    {
        int last = image.Width - 1 - 8;
        if (last < 1)
        {
            NinePixels.Blur(image, result);
            return;
        }
        for (int y = 1; y < image.Height - 1; y++)
            for (int x = 1; x < image.Width - 1; x += 8)
            {
                int at = Math.Min(x, last); // the last eight overlap those before them
                ulong even = 0, odd = 0;
                for (int dy = -1; dy <= 1; dy++)
                {
                    ulong left = image.Load64(y + dy, at - 1), middle = image.Load64(y + dy, at), right = image.Load64(y + dy, at + 1);
                    ulong pairs = (middle & EveryOtherByte) + (middle >> 8 & EveryOtherByte); // p0 + p1, p2 + p3, …
                    even += (left & EveryOtherByte) + pairs;                                  // p-1 + p0 + p1, …
                    odd += pairs + (right >> 8 & EveryOtherByte);                             // p0 + p1 + p2, …
                }
                result.Store(y, at, Mean(even) | Mean(odd) << 8);
            }
    }

    /// <summary>(sum + 4) / 9 in each lane: t = 28 * sum; (t + t / 64 + 136) / 256. Nothing exceeds 16 bits on the way.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Mean(ulong sums)
    {
        ulong t = 28 * sums;
        return (t + (t >> 6 & 0x3FF * EachLane) + 136 * EachLane) >> 8 & EveryOtherByte;
    }
}
