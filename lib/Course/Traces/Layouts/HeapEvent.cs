namespace Course.Traces.Layouts;

/// <summary>One step in a heap's life.</summary>
/// <param name="Kind">What happened.</param>
/// <param name="Address">First byte of the block concerned; 0 for a collection.</param>
/// <param name="Bytes">How many bytes.</param>
/// <param name="Name">The block's name.</param>
/// <param name="From">Where copied bytes came from; 0 otherwise.</param>
public readonly record struct HeapEvent(HeapEventKind Kind, ulong Address, int Bytes, string Name, ulong From = 0);
