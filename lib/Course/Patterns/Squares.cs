using System.Numerics.Tensors;

namespace Course.Patterns;

/// <summary>The squares of n numbers: <c>result[i] = values[i] * values[i]</c>, all forms with the same result.</summary>
public static class Squares
{
    public static long[] Input(int n) => [.. Enumerable.Range(0, n).Select(i => (long)i)];

    public static List<long> Appended(long[] values)
    {
        var result = new List<long>();
        foreach (long value in values) result.Add(value * value);
        return result;
    }

    public static long[] Linq(long[] values) => values.Select(value => value * value).ToArray();

    public static long[] Loop(long[] values)
    {
        var result = new long[values.Length];
        for (int i = 0; i < values.Length; i++) result[i] = values[i] * values[i];
        return result;
    }

    public static long[] Vectors(long[] values)
    {
        var result = new long[values.Length];
        TensorPrimitives.Multiply(values, values, result);
        return result;
    }

    public static void VectorsInto(long[] values, long[] result) => TensorPrimitives.Multiply(values, values, result);
}
