using System.Runtime.InteropServices;

namespace Course.Blur.Box;

/// <summary>
/// A number that one thread writes and another waits for, with no other data in its cache line or the next: each change of anything in a line
/// takes that line away from every other core.
/// </summary>
[StructLayout(LayoutKind.Explicit, Size = 2 * Apart + sizeof(long))]
internal struct OwnCacheLine
{
    private const int Apart = 128;

    [FieldOffset(Apart)]
    public long Value;
}
