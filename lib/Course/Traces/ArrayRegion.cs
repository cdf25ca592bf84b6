namespace Course.Traces;

/// <summary>
/// What a trace knows about one array: its name and, where they are known, the bytes it lies in and how they are divided.
/// Element (y, x) starts at <c>Address + y * PitchBytes + x * ElementBytes</c>.
/// </summary>
/// <param name="Name">As the learner calls it.</param>
/// <param name="Address">First byte.</param>
/// <param name="Bytes">Length; 0 when unknown.</param>
/// <param name="ElementBytes">Bytes of one element; 0 when unknown.</param>
/// <param name="PitchBytes">Bytes from one row to the next; 0 for an array without rows.</param>
/// <param name="Fields">The fields of one element, for arrays of structs; null when the element is one value.</param>
public sealed record ArrayRegion(
    string Name, ulong Address = 0, long Bytes = 0, int ElementBytes = 0, long PitchBytes = 0, IReadOnlyList<ArrayField>? Fields = null)
{
    public bool Contains(ulong address) => address - Address < (ulong)Bytes;
}
