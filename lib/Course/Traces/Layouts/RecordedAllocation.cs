namespace Course.Traces.Layouts;

/// <summary>Where one pass of a loop found its array.</summary>
/// <param name="Pass">Counted from 0.</param>
/// <param name="Address">Of the array object's first byte.</param>
/// <param name="Bytes">The array object's length, header included.</param>
/// <param name="Collections">Garbage collections since the loop began.</param>
public readonly record struct RecordedAllocation(int Pass, ulong Address, int Bytes, int Collections);
