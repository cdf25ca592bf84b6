using System.Runtime.InteropServices;

namespace Course.Tests.Measure.Counting;

/// <summary>Memory that the system has not yet provided, in small pages only: each first touch is one page fault.</summary>
internal sealed unsafe partial class FreshPages : IDisposable
{
    private const int ReadAndWrite = 3, PrivateAndAnonymous = 0x22, NoHugePages = 15;
    private readonly byte* _memory;
    private readonly nuint _length;

    public FreshPages(int pages)
    {
        _length = (nuint)(pages * Environment.SystemPageSize);
        _memory = (byte*)Map(0, _length, ReadAndWrite, PrivateAndAnonymous, -1, 0);
        Assert.NotEqual(-1, (nint)_memory);
        _ = Advise((nint)_memory, _length, NoHugePages);
    }

    public void TouchEach()
    {
        for (nuint at = 0; at < _length; at += (nuint)Environment.SystemPageSize) _memory[at] = 1;
    }

    public void Dispose() => _ = Unmap((nint)_memory, _length);

    [LibraryImport("libc", EntryPoint = "mmap")]
    private static partial nint Map(nint address, nuint length, int protection, int flags, int file, nint offset);

    [LibraryImport("libc", EntryPoint = "madvise")]
    private static partial int Advise(nint address, nuint length, int advice);

    [LibraryImport("libc", EntryPoint = "munmap")]
    private static partial int Unmap(nint address, nuint length);
}
