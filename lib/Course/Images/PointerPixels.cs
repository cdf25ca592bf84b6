using System.Buffers.Binary;
using System.Diagnostics;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Course.Images;

/// <summary>
/// Pixels behind a bare pointer, unchecked in Release. An ordinary struct, so it can cross a lambda into other threads.
/// It does not keep its plane alive: whoever made it holds the plane until the work is done.
/// </summary>
public readonly unsafe struct PointerPixels<T> : IPixels<T> where T : unmanaged
{
    private readonly T* _origin;
    private readonly nint _stride;

    public PointerPixels(Plane<T> plane) : this(plane.Pointer, plane.Width, plane.Height, plane.Stride)
    {
    }

    /// <param name="origin">The first pixel; memory that does not move.</param>
    /// <param name="stride">Elements from a pixel to the one below it, at least <paramref name="width"/>.</param>
    public PointerPixels(T* origin, int width, int height, int stride)
    {
        Debug.Assert(width >= 0 && height >= 0 && stride >= width);
        _origin = origin;
        (_stride, Width, Height) = (stride, width, height);
    }

    public int Width { get; }

    public int Height { get; }

    public T this[int y, int x]
    {
        get => *At(y, x, 1);
        set => *At(y, x, 1) = value;
    }

    public ulong Load64(int y, int x) => LittleEndian(Unsafe.ReadUnaligned<ulong>(At(y, x, sizeof(ulong) / sizeof(T))));

    public Vector<T> LoadVector(int y, int x) => Vector.Load(At(y, x, Vector<T>.Count));

    public Vector128<T> Load128(int y, int x) => Vector128.Load(At(y, x, Vector128<T>.Count));

    public Vector256<T> Load256(int y, int x) => Vector256.Load(At(y, x, Vector256<T>.Count));

    public Vector512<T> Load512(int y, int x) => Vector512.Load(At(y, x, Vector512<T>.Count));

    public void Store(int y, int x, ulong pixels) => Unsafe.WriteUnaligned(At(y, x, sizeof(ulong) / sizeof(T)), LittleEndian(pixels));

    public void Store(int y, int x, Vector<T> pixels) => Vector.Store(pixels, At(y, x, Vector<T>.Count));

    public void Store(int y, int x, Vector128<T> pixels) => Vector128.Store(pixels, At(y, x, Vector128<T>.Count));

    public void Store(int y, int x, Vector256<T> pixels) => Vector256.Store(pixels, At(y, x, Vector256<T>.Count));

    public void Store(int y, int x, Vector512<T> pixels) => Vector512.Store(pixels, At(y, x, Vector512<T>.Count));

    public void Prefetch(int y, int x)
    {
        if (Sse.IsSupported) Sse.Prefetch0(_origin + y * _stride + x);
    }

    /// <summary>Rows <paramref name="first"/> up to, not including, <paramref name="end"/>, as a picture of their own.</summary>
    public PointerPixels<T> Rows(int first, int end) => new(_origin + first * _stride, Width, end - first, (int)_stride);

    private static ulong LittleEndian(ulong pixels) => BitConverter.IsLittleEndian ? pixels : BinaryPrimitives.ReverseEndianness(pixels);

    private T* At(int y, int x, int count)
    {
        Debug.Assert((uint)y < (uint)Height && x >= 0 && x + count <= _stride);
        return _origin + y * _stride + x;
    }
}
