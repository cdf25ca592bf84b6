namespace Course.Traces.Layouts;

/// <summary>One object or array in memory, and what its bytes hold.</summary>
/// <param name="Name">E.g. "image", "image[2]", "pointers of image[2]", "image[2][1]".</param>
/// <param name="Part">What it is for.</param>
/// <param name="Address">First byte, header included.</param>
/// <param name="Bytes">Length, header included, without what a heap adds for alignment.</param>
/// <param name="Fields">In the order of offsets, without gaps.</param>
public sealed record LayoutBlock(string Name, LayoutPart Part, ulong Address, int Bytes, IReadOnlyList<LayoutField> Fields)
{
    public bool Contains(ulong address) => address - Address < (ulong)Bytes;
}
