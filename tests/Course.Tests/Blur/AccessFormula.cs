using System.Numerics;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using Course.Blur;
using Course.Blur.Rungs;

namespace Course.Tests.Blur;

/// <summary>How many loads and stores each rung makes on a picture, derived on paper.</summary>
internal static class AccessFormula
{
    public static (long Loads, long Stores) Of(Rung rung, int width, int height)
    {
        long across = width - 2, down = height - 2; // the interior
        return rung switch
        {
            // Nine elements and the result's place; of lists: items, row, items, number (and its box); of arrays: row, number.
            BoxedLists => (across * down * (9 * 5 + 3), across * down * 2),
            DoubleLists => (across * down * (9 * 4 + 3), across * down),
            JaggedArrays => (across * down * (9 * 2 + 1), across * down),
            RectangularArray or FlatRung<double> or FlatRung<float> or FlatRung<byte> or GivenResult => OneByOne(across, down),
            Separable => (3 * across * height + 3 * across * down, across * height + across * down),
            SlidingSums => (3 * width + (down - 1) * 3 * width + down * (3 + 2 * (across - 1)), width + (down - 1) * width + down * across),
            RowRing or Unchecked => (2 * 3 * across + down * (2 + 3 * across), 2 * across + down * 2 * across),
            PackedWords => Vectors(across, down, 8),
            PortableVectors => Vectors(across, down, Vector<byte>.Count),
            Vectors256 => Vectors(across, down, Vector256<byte>.Count),
            Vectors512 => Vectors(across, down, Vector512<byte>.Count),
            RowBands or FetchedAhead or StreamedBands when Avx512BW.IsSupported && across >= 64 => Bands(across, down, 64),
            RowBands or FetchedAhead or StreamedBands => Bands(across, down, 32),
            _ => throw new ArgumentException($"Derive the accesses of '{rung.Name}'.", nameof(rung)),
        };
    }

    private static (long, long) Vectors(long across, long down, int lanes)
    {
        long vectors = (across + lanes - 1) / lanes;
        return across < lanes ? OneByOne(across, down) : (9 * vectors * down, vectors * down);
    }

    /// <summary>Vectors at 1 and at every multiple of the lanes up to the last interior pixel; bands of eight rows, each with two rows more.</summary>
    private static (long, long) Bands(long across, long down, int lanes)
    {
        long vectors = 1 + across / lanes, bands = (down + 7) / 8;
        return across < lanes ? OneByOne(across, down) : (3 * vectors * (down + 2 * bands), vectors * down);
    }

    private static (long, long) OneByOne(long across, long down) => (9 * across * down, across * down);
}
