using System.Runtime.InteropServices;

namespace Course.Measure;

/// <summary>Zeroed memory outside the managed heap, aligned to 2 MiB, every page of it present before anyone measures.</summary>
internal sealed unsafe class NativeBlock : IDisposable
{
    private const int Alignment = 1 << 21, NoHugePages = 15;

    /// <param name="smallPages">True to ask Linux for 4 KiB pages even where it would use 2 MiB ones.</param>
    public NativeBlock(long bytes, bool smallPages = false)
    {
        Bytes = (bytes + Alignment - 1) / Alignment * Alignment;
        Start = (byte*)NativeMemory.AlignedAlloc((nuint)Bytes, Alignment);
        if (smallPages && OperatingSystem.IsLinux()) _ = madvise((nint)Start, (nint)Bytes, NoHugePages);
        NativeMemory.Clear(Start, (nuint)Bytes);
    }

    public byte* Start { get; }

    public long Bytes { get; }

    public void Dispose() => NativeMemory.AlignedFree(Start);

    [DllImport("libc")]
    private static extern int madvise(nint address, nint length, int advice);
}
