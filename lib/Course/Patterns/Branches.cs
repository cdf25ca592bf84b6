using System.Numerics;

namespace Course.Patterns;

/// <summary>
/// A loop with a decision in it: <c>result[i] = x[i] &gt; 0 ? sqrt(x[i]) : -x[i] * x[i]</c>. All forms give the same bits.
/// </summary>
public static class Branches
{
    public static void Loop(double[] x, double[] result)
    {
        for (int i = 0; i < result.Length; i++)
            if (x[i] > 0) result[i] = Math.Sqrt(x[i]);
            else result[i] = -x[i] * x[i];
    }

    public static void MaskedVectors(double[] x, double[] result)
    {
        int i = 0;
        for (; i <= result.Length - Vector<double>.Count; i += Vector<double>.Count)
        {
            Vector<double> value = new(x, i);
            Vector<long> positive = Vector.GreaterThan(value, Vector<double>.Zero);
            Vector<double> root = Vector.SquareRoot(value), square = -value * value;
            Vector.ConditionalSelect(positive, root, square).CopyTo(result, i);
        }
        for (; i < result.Length; i++)
            result[i] = x[i] > 0 ? Math.Sqrt(x[i]) : -x[i] * x[i];
    }
}
