using System.Runtime.InteropServices;

namespace Course.Caches.Streams;

/// <summary>Words in unmanaged memory, the first at a multiple of 64 bytes, so that eight of them are one vector and one line of the host.</summary>
internal sealed unsafe class AlignedWords : IDisposable
{
    public AlignedWords(int count, ulong value)
    {
        Count = count;
        Pointer = (ulong*)NativeMemory.AlignedAlloc((nuint)count * sizeof(ulong), 64);
        Span.Fill(value);
    }

    ~AlignedWords() => Free();

    public int Count { get; }

    public ulong* Pointer { get; private set; }

    public Span<ulong> Span => new(Pointer, Count);

    public void Dispose()
    {
        Free();
        GC.SuppressFinalize(this);
    }

    private void Free()
    {
        NativeMemory.AlignedFree(Pointer);
        Pointer = null;
    }
}
