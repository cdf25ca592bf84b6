using System.Runtime.InteropServices;

namespace Course.Caches.Streams;

/// <summary>Words in unmanaged memory, the first at a multiple of 64 bytes, so that sixteen of them are one vector and one line of the host.</summary>
internal sealed unsafe class AlignedWords : IDisposable
{
    public AlignedWords(int count, uint value)
    {
        Count = count;
        Pointer = (uint*)NativeMemory.AlignedAlloc((nuint)count * sizeof(uint), 64);
        Span.Fill(value);
    }

    ~AlignedWords() => Free();

    public int Count { get; }

    public uint* Pointer { get; private set; }

    public Span<uint> Span => new(Pointer, Count);

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
