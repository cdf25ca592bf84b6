namespace Judged;

/// <summary>
/// The small change that the host makes to the first array of the arguments before each repetition, so that a remembered result is a
/// wrong one. The judge makes the same changes to its own copy.
/// </summary>
internal static class Stirring
{
    public static Array? FirstArray(IReadOnlyList<object?> arguments) =>
        arguments.OfType<Array>().FirstOrDefault(array => array.Rank == 1 && array.Length > 0 && array is byte[] or int[] or long[] or float[] or double[]);

    /// <param name="step">Counts the repetitions since the arguments were taken.</param>
    public static void Apply(Array? array, int step)
    {
        if (array is null) return;
        int at = (int)((uint)(step * 0x9E3779B1u) % (uint)array.Length);
        switch (array)
        {
            case byte[] bytes: bytes[at] ^= 1; break;
            case int[] numbers: numbers[at] ^= 1; break;
            case long[] numbers: numbers[at] ^= 1; break;
            case float[] numbers: numbers[at] = numbers[at] >= 1 ? numbers[at] - 1 : numbers[at] + 1; break;
            case double[] numbers: numbers[at] = numbers[at] >= 1 ? numbers[at] - 1 : numbers[at] + 1; break;
            default: break;
        }
    }
}
