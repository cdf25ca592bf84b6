namespace Course.Profile.Heap;

/// <summary>One place in a <see cref="PathTree"/>.</summary>
/// <param name="Parent">The place before it on the path; 0 for a root.</param>
/// <param name="Type">The runtime's number of the type; 0 for a root.</param>
/// <param name="RootKind">What kind of root it is; empty for types.</param>
internal sealed record PathPlace(int Parent, ulong Type, string RootKind, int Depth)
{
    public long Objects { get; set; }

    public long Bytes { get; set; }
}
