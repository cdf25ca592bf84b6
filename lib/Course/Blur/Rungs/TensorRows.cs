using System.Numerics;
using System.Numerics.Tensors;
using System.Runtime.Intrinsics;
using Course.Images;

namespace Course.Blur.Rungs;

/// <summary>A library's vectors: whole rows at a time, with System.Numerics.Tensors.</summary>
public sealed class TensorRows : Rung
{
    public override string Name => "tensor rows";
    public override string Idea => "Let a library that knows every processor's vectors add and multiply whole rows.";
    public override string Change => "The inner loop became calls of TensorPrimitives, each over one row.";
    public override string Why => "Vector speed without a line of vector code; but each call walks its rows again, so every value is loaded and stored many times.";
    public override PixelWork Work => PixelWork.OfVectors(
        Vector512.IsHardwareAccelerated ? Vector512<ushort>.Count : Vector<ushort>.Count, loads: 16, stores: 11, operations: 11, memoryBytes: 3);

    public static void Blur(Plane<byte> image, Plane<ushort> sums, Plane<byte> result)
    {
        Span<ushort> wide = sums.Row(3), total = sums.Row(4)[1..^1], shifted = sums.Row(5)[1..^1];
        for (int y = 0; y < image.Height; y++)
        {
            Span<ushort> row = sums.Row(y % 3)[1..^1];
            TensorPrimitives.ConvertTruncating<byte, ushort>(image.Row(y), wide);
            TensorPrimitives.Add(wide[..^2], wide[1..^1], row);
            TensorPrimitives.Add(row, wide[2..], row);
            if (y < 2) continue;

            TensorPrimitives.Add(sums.Row(0)[1..^1], sums.Row(1)[1..^1], total);
            TensorPrimitives.Add(total, sums.Row(2)[1..^1], total);
            // (sum + 4) / 9 in 16 bits, as in NinePixels: t = 28 * sum; (t + t / 64 + 136) / 256
            TensorPrimitives.Multiply(total, (ushort)28, total);
            TensorPrimitives.ShiftRightLogical(total, 6, shifted);
            TensorPrimitives.Add(total, shifted, total);
            TensorPrimitives.Add(total, (ushort)136, total);
            TensorPrimitives.ShiftRightLogical(total, 8, total);
            TensorPrimitives.ConvertTruncating<ushort, byte>(total, result.Row(y - 1)[1..^1]);
        }
    }

    private protected override IPreparedBlur PrepareInterior(Plane<byte> image)
    {
        var sums = new Plane<ushort>(image.Width, 6);
        return new GivenDestination(image, (from, to) => Blur(from, sums, to));
    }
}
