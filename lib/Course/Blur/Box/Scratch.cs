using System.Runtime.InteropServices;

namespace Course.Blur.Box;

/// <summary>Working memory that each thread keeps from call to call, so that only the first or a larger call allocates.</summary>
internal sealed unsafe class Scratch
{
    private const nuint Alignment = 64;

    [ThreadStatic]
    private static Scratch? t_own;

    private byte* _memory;
    private nint _bytes;

    ~Scratch() => NativeMemory.AlignedFree(_memory);

    /// <summary>At least this many bytes, aligned to 64, of any content; valid until this thread asks again.</summary>
    /// <exception cref="OutOfMemoryException">The system has no such memory.</exception>
    public static byte* OfThisThread(nint bytes)
    {
        Scratch own = t_own ??= new Scratch();
        if (own._bytes < bytes)
        {
            NativeMemory.AlignedFree(own._memory);
            own._memory = null; // in case the next line throws
            own._bytes = 0;
            own._memory = (byte*)NativeMemory.AlignedAlloc((nuint)bytes, Alignment);
            own._bytes = bytes;
        }
        return own._memory;
    }

    /// <summary>The next multiple of 64.</summary>
    public static nint Aligned(nint bytes) => (bytes + 63) & ~63;
}
