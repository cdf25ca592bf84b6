namespace Course.Traces.Layouts;

/// <summary>One read of memory on the way to an element.</summary>
/// <param name="Kind">Why it is read.</param>
/// <param name="Part">What kind of block is read.</param>
/// <param name="Address">First byte read.</param>
/// <param name="Bytes">How many bytes are read.</param>
/// <param name="Block">The name of the block that is read, see <see cref="LayoutBlock.Name"/>.</param>
/// <param name="Target">Where the pointer read leads; 0 when no pointer is read.</param>
/// <param name="Value">The number read, for <see cref="ReadKind.Value"/> and <see cref="ReadKind.Check"/>.</param>
public readonly record struct LayoutRead(ReadKind Kind, LayoutPart Part, ulong Address, int Bytes, string Block, ulong Target = 0, double Value = 0);
