using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Course.Caches.Streams;

internal static class LaneMask
{
    /// <summary>Bit i of the word, for every bit, as lane i: all ones or all zeros. Bits 8 and above do not matter.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<ulong> Of(ulong bits)
    {
        Vector512<ulong> bitOfLane = Vector512.Create(1ul, 2, 4, 8, 16, 32, 64, 128);
        return ~Vector512.Equals(Vector512.Create(bits) & bitOfLane, Vector512<ulong>.Zero);
    }
}
