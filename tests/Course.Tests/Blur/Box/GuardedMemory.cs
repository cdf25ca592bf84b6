using System.Runtime.InteropServices;

namespace Course.Tests.Blur.Box;

/// <summary>
/// Memory with a forbidden page right before and right after: one element read or written too far ends the process at once.
/// Where the system has no mmap, plain memory (the sentinels around each picture still catch writes).
/// </summary>
internal sealed unsafe partial class GuardedMemory : IDisposable
{
    private const int ReadWrite = 3, Private = 2;
    private readonly byte* _mapping;
    private readonly nuint _mapped;

    /// <param name="bytes">Length of the usable memory.</param>
    /// <param name="atEnd">True: the last byte touches the forbidden page behind; false: the first byte touches the one before.</param>
    public GuardedMemory(int bytes, bool atEnd)
    {
        Bytes = bytes;
        nuint page = (nuint)Environment.SystemPageSize, usable = ((nuint)bytes + page) / page * page;
        if (!OperatingSystem.IsLinux() && !OperatingSystem.IsMacOS())
        {
            Pointer = (byte*)NativeMemory.AlignedAlloc((nuint)bytes + 1, 64);
            return;
        }
        _mapped = usable + 2 * page;
        _mapping = Map(null, _mapped, ReadWrite, Private | (OperatingSystem.IsMacOS() ? 0x1000 : 0x20), -1, 0);
        if (_mapping == (byte*)-1) throw new OutOfMemoryException("mmap refused the guarded memory.");
        if (Protect(_mapping, page, 0) != 0 || Protect(_mapping + page + usable, page, 0) != 0)
            throw new InvalidOperationException("mprotect refused to forbid the guard pages.");
        Pointer = atEnd ? _mapping + page + usable - (nuint)bytes : _mapping + page;
    }

    public byte* Pointer { get; }

    public int Bytes { get; }

    public void Dispose()
    {
        if (_mapping == null) NativeMemory.AlignedFree(Pointer);
        else _ = Unmap(_mapping, _mapped);
    }

    [LibraryImport("libc", EntryPoint = "mmap", SetLastError = true)]
    private static partial byte* Map(void* at, nuint length, int protection, int flags, int file, long offset);

    [LibraryImport("libc", EntryPoint = "mprotect", SetLastError = true)]
    private static partial int Protect(byte* at, nuint length, int protection);

    [LibraryImport("libc", EntryPoint = "munmap", SetLastError = true)]
    private static partial int Unmap(byte* at, nuint length);
}
