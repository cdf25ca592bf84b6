using System.Numerics;
using System.Numerics.Tensors;

namespace Course.Patterns;

/// <summary>
/// The distance of n points from the origin, <c>result[i] = sqrt(x[i]² + y[i]²)</c>. All forms give the same bits: the square root and
/// the products are rounded once each, in every form.
/// </summary>
public static class Distances
{
    /// <summary>n coordinates between -1 and 1, the same ones for the same seed.</summary>
    public static double[] Coordinates(int n, int seed)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, n).Select(_ => 2 * random.NextDouble() - 1)];
    }

    public static void Loop(double[] x, double[] y, double[] result)
    {
        for (int i = 0; i < result.Length; i++)
            result[i] = Math.Sqrt(x[i] * x[i] + y[i] * y[i]);
    }

    public static void Linq(double[] x, double[] y, double[] result)
    {
        int i = 0;
        foreach (double one in x.Zip(y, (a, b) => Math.Sqrt(a * a + b * b))) result[i++] = one;
    }

    public static void Vectors(double[] x, double[] y, double[] result)
    {
        int i = 0;
        for (; i <= result.Length - Vector<double>.Count; i += Vector<double>.Count)
        {
            Vector<double> a = new(x, i), b = new(y, i);
            Vector.SquareRoot(a * a + b * b).CopyTo(result, i);
        }
        for (; i < result.Length; i++)
            result[i] = Math.Sqrt(x[i] * x[i] + y[i] * y[i]);
    }

    public static void Tensors(double[] x, double[] y, double[] scratch, double[] result)
    {
        Span<double> squares = scratch.AsSpan(0, result.Length);
        TensorPrimitives.Multiply(x, x, squares);
        TensorPrimitives.Multiply(y, y, result);
        TensorPrimitives.Add(squares, result, result);
        TensorPrimitives.Sqrt(result, result);
    }
}
