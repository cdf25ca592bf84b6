namespace Course.Traces.Layouts;

/// <summary>A stretch of a heap: bytes <c>[Address, Address + Bytes)</c>.</summary>
/// <param name="Address">First byte, header included.</param>
/// <param name="Bytes">Length, rounded up to the heap's alignment.</param>
/// <param name="Name">What lies there; empty when free.</param>
/// <param name="State">Whether it is in use.</param>
public readonly record struct HeapBlock(ulong Address, int Bytes, string Name, BlockState State);
