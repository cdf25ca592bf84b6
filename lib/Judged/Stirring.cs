namespace Judged;

/// <summary>
/// What the host changes before each repetition, so that no call can lean on the one before: one element of the first array, which makes
/// a remembered result a wrong one, and one element of everything that the method fills, which makes a call that was left out a wrong
/// one. Which element it is follows from a secret, for a call that knows its number. The judge makes the same changes to its own copy.
/// </summary>
/// <param name="arguments">They are changed in place.</param>
/// <param name="stir">Change the first array of numbers.</param>
/// <param name="outputs">A bit for each argument that the method fills.</param>
/// <param name="secret">Equal on both sides.</param>
internal sealed class Stirring(IReadOnlyList<object?> arguments, bool stir, ulong outputs, ulong secret)
{
    private readonly Array? _input = stir ? arguments.OfType<Array>().FirstOrDefault(IsInput) : null;
    private readonly Array[] _outputs = [.. arguments.Where((_, i) => (outputs >> i & 1) != 0).SelectMany(Rows).Where(row => row.Length > 0)];

    /// <param name="step">Counts the repetitions since the arguments were taken.</param>
    public void Apply(int step)
    {
        ulong place = Mixed(secret + (ulong)step * 0x9E37_79B9_7F4A_7C15);
        if (_input is not null) Change(_input, (int)((uint)place % (uint)_input.Length));
        if (_outputs.Length == 0) return;
        // Of many rows one: spoiling must not cost more than the work.
        Array row = _outputs[(place >> 32) % (uint)_outputs.Length];
        Spoil(row, (int)(Mixed(place) % (uint)row.Length));
    }

    /// <summary>SplitMix64's finalizer (Steele, Lea and Flood 2014): every bit of the result depends on every bit given.</summary>
    private static ulong Mixed(ulong bits)
    {
        bits = (bits ^ bits >> 30) * 0xBF58_476D_1CE4_E5B9;
        bits = (bits ^ bits >> 27) * 0x94D0_49BB_1331_11EB;
        return bits ^ bits >> 31;
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

    private static void Change(Array array, int at)
    {
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
    private static void Spoil(Array array, int at)
    {
        Span<byte> bytes = ValueWriter.RawBytes(array);
        int size = bytes.Length / array.Length;
        bytes[at * size + size - 1] ^= size == 1 ? (byte)1 : (byte)0x40;
    }
}
