using System.Numerics;

namespace Course.Images;

/// <summary>
/// Edges by the Sobel operator (Sobel and Feldman 1968): with <c>gx = (right column - left column)</c> and <c>gy = (lower row - upper row)</c>
/// of the 3x3 window, weights 1, 2, 1, the result is <c>min(255, |gx| + |gy|)</c>. The outermost pixels are 0.
/// </summary>
public static class SobelEdges
{
    /// <param name="image">Grey pixels.</param>
    /// <param name="result">Of the same size; may not share memory with <paramref name="image"/>.</param>
    /// <exception cref="ArgumentException">The sizes differ.</exception>
    public static void Find(Plane<byte> image, Plane<byte> result)
    {
        if (image.Width != result.Width || image.Height != result.Height)
            throw new ArgumentException($"The picture has {image.Width} x {image.Height} pixels, the result {result.Width} x {result.Height}.", nameof(result));
        for (int y = 0; y < image.Height; y++)
        {
            Span<byte> to = result.Row(y);
            if (y == 0 || y == image.Height - 1 || image.Width < 3) to.Clear();
            else Row(image.Row(y - 1), image.Row(y), image.Row(y + 1), to);
        }
    }

    private static void Row(ReadOnlySpan<byte> above, ReadOnlySpan<byte> here, ReadOnlySpan<byte> below, Span<byte> to)
    {
        to[0] = to[^1] = 0;
        int x = 1, lanes = Vector<byte>.Count;
        for (; x <= to.Length - 1 - lanes; x += lanes)
        {
            // |gx| + |gy| fits into 16 bits, two vectors of them for one of bytes; narrowing is saturated by hand.
            Half(above, here, below, x, out Vector<short> low, out Vector<short> high);
            Vector<short> most = new(255);
            Vector.Narrow(Vector.AsVectorUInt16(Vector.Min(low, most)), Vector.AsVectorUInt16(Vector.Min(high, most))).CopyTo(to[x..]);
        }
        for (; x < to.Length - 1; x++)
        {
            int across = above[x + 1] + 2 * here[x + 1] + below[x + 1] - above[x - 1] - 2 * here[x - 1] - below[x - 1];
            int down = below[x - 1] + 2 * below[x] + below[x + 1] - above[x - 1] - 2 * above[x] - above[x + 1];
            to[x] = (byte)Math.Min(255, Math.Abs(across) + Math.Abs(down));
        }
    }

    private static void Half(ReadOnlySpan<byte> above, ReadOnlySpan<byte> here, ReadOnlySpan<byte> below, int x, out Vector<short> low, out Vector<short> high)
    {
        Wide(above[(x - 1)..], out Vector<short> aboveLeftLow, out Vector<short> aboveLeftHigh);
        Wide(above[x..], out Vector<short> aboveLow, out Vector<short> aboveHigh);
        Wide(above[(x + 1)..], out Vector<short> aboveRightLow, out Vector<short> aboveRightHigh);
        Wide(here[(x - 1)..], out Vector<short> leftLow, out Vector<short> leftHigh);
        Wide(here[(x + 1)..], out Vector<short> rightLow, out Vector<short> rightHigh);
        Wide(below[(x - 1)..], out Vector<short> belowLeftLow, out Vector<short> belowLeftHigh);
        Wide(below[x..], out Vector<short> belowLow, out Vector<short> belowHigh);
        Wide(below[(x + 1)..], out Vector<short> belowRightLow, out Vector<short> belowRightHigh);
        low = Gradient(aboveLeftLow, aboveLow, aboveRightLow, leftLow, rightLow, belowLeftLow, belowLow, belowRightLow);
        high = Gradient(aboveLeftHigh, aboveHigh, aboveRightHigh, leftHigh, rightHigh, belowLeftHigh, belowHigh, belowRightHigh);
    }

    private static Vector<short> Gradient(Vector<short> aboveLeft, Vector<short> above, Vector<short> aboveRight, Vector<short> left,
        Vector<short> right, Vector<short> belowLeft, Vector<short> below, Vector<short> belowRight)
    {
        Vector<short> fall = belowRight - aboveLeft, rise = aboveRight - belowLeft;
        return Vector.Abs(fall + rise + (right - left) + (right - left)) + Vector.Abs(fall - rise + (below - above) + (below - above));
    }

    private static void Wide(ReadOnlySpan<byte> pixels, out Vector<short> low, out Vector<short> high)
    {
        Vector.Widen(new Vector<byte>(pixels), out Vector<ushort> first, out Vector<ushort> second);
        (low, high) = (Vector.AsVectorInt16(first), Vector.AsVectorInt16(second));
    }
}
