using System.Numerics;
using System.Runtime.Intrinsics;

namespace Course.Images;

/// <summary>
/// As <see cref="PointerPixels{T}"/>, but a vector stored to an address that is a multiple of its size goes to memory past the
/// caches (a non-temporal store): its cache line is not read first and drives no other line out. Other stores are ordinary.
/// Before another thread reads the result, the writer passes <see cref="Interlocked.MemoryBarrier"/>.
/// </summary>
public readonly unsafe struct StreamingPixels<T>(Plane<T> plane) : IPixels<T> where T : unmanaged
{
    private readonly PointerPixels<T> _pixels = new(plane);
    private readonly T* _origin = plane.Pointer;
    private readonly nint _stride = plane.Stride;

    public int Width => _pixels.Width;

    public int Height => _pixels.Height;

    public T this[int y, int x]
    {
        get => _pixels[y, x];
        set => _pixels[y, x] = value;
    }

    public ulong Load64(int y, int x) => _pixels.Load64(y, x);

    public Vector<T> LoadVector(int y, int x) => _pixels.LoadVector(y, x);

    public Vector128<T> Load128(int y, int x) => _pixels.Load128(y, x);

    public Vector256<T> Load256(int y, int x) => _pixels.Load256(y, x);

    public Vector512<T> Load512(int y, int x) => _pixels.Load512(y, x);

    public void Store(int y, int x, ulong pixels) => _pixels.Store(y, x, pixels);

    public void Store(int y, int x, Vector<T> pixels)
    {
        if (IsAligned(y, x, Vector<byte>.Count)) Vector.StoreAlignedNonTemporal(pixels, At(y, x));
        else _pixels.Store(y, x, pixels);
    }

    public void Store(int y, int x, Vector128<T> pixels)
    {
        if (IsAligned(y, x, 16)) Vector128.StoreAlignedNonTemporal(pixels, At(y, x));
        else _pixels.Store(y, x, pixels);
    }

    public void Store(int y, int x, Vector256<T> pixels)
    {
        if (IsAligned(y, x, 32)) Vector256.StoreAlignedNonTemporal(pixels, At(y, x));
        else _pixels.Store(y, x, pixels);
    }

    public void Store(int y, int x, Vector512<T> pixels)
    {
        if (IsAligned(y, x, 64)) Vector512.StoreAlignedNonTemporal(pixels, At(y, x));
        else _pixels.Store(y, x, pixels);
    }

    public void Prefetch(int y, int x) => _pixels.Prefetch(y, x);

    private T* At(int y, int x) => _origin + y * _stride + x;

    private bool IsAligned(int y, int x, int bytes) => ((nuint)At(y, x) & (nuint)(bytes - 1)) == 0;
}
