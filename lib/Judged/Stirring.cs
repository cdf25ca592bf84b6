namespace Judged;

/// <summary>
/// What the host changes before each repetition, so that no call can lean on the one before: one element of the first array, which makes
/// a remembered result a wrong one, and one element of everything that the method fills, which makes a call that was left out a wrong
/// one. The judge makes the same changes to its own copy.
/// </summary>
/// <param name="arguments">They are changed in place.</param>
/// <param name="stir">Change the first array of numbers.</param>
/// <param name="outputs">A bit for each argument that the method fills.</param>
internal sealed class Stirring(IReadOnlyList<object?> arguments, bool stir, ulong outputs)
{
    private readonly Array? _input = stir ? arguments.OfType<Array>().FirstOrDefault(IsInput) : null;
    private readonly Array[] _outputs = [.. arguments.Where((_, i) => (outputs >> i & 1) != 0).SelectMany(Rows).Where(row => row.Length > 0)];

    /// <param name="step">Counts the repetitions since the arguments were taken.</param>
    public void Apply(int step)
    {
        if (_input is not null) Change(_input, step);
        // Of many rows one: spoiling must not cost more than the work.
        if (_outputs.Length > 0) Spoil(_outputs[(uint)step % _outputs.Length], step);
    }

    private static bool IsInput(Array array) => array.Rank == 1 && array.Length > 0 && array is byte[] or int[] or long[] or float[] or double[];

    /// <summary>The memory of an argument, as arrays of numbers.</summary>
    private static IEnumerable<Array> Rows(object? argument) => argument switch
    {
        CountedGrid { Pixels: { } pixels } => [pixels],
        CountedArray { Elements: { } elements } => [elements],
        Array array when array.GetType().GetElementType()!.IsPrimitive => [array],
        Array array => array.Cast<object?>().SelectMany(Rows),
        _ => [],
    };

    private static void Change(Array array, int step)
    {
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

    /// <summary>A change that no tolerance forgives; a truth value stays one.</summary>
    private static void Spoil(Array array, int step)
    {
        Span<byte> bytes = ValueWriter.RawBytes(array);
        int size = bytes.Length / array.Length, at = (int)((uint)(step * 0x85EBCA6Bu) % (uint)array.Length);
        bytes[at * size + size - 1] ^= size == 1 ? (byte)1 : (byte)0x40;
    }
}
