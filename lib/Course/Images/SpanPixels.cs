using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Course.Images;

/// <summary>
/// A plane's pixels in safe code: every access is checked against the plane's memory (not against the row, so a vector may
/// read a row's padding).
/// </summary>
public readonly ref struct SpanPixels<T> : IPixels<T> where T : unmanaged
{
    private readonly Span<T> _pixels;
    private readonly int _stride;

    public SpanPixels(Plane<T> plane)
    {
        _pixels = plane.Span;
        _stride = plane.Stride;
        (Width, Height) = (plane.Width, plane.Height);
    }

    public int Width { get; }

    public int Height { get; }

    public T this[int y, int x]
    {
        get => _pixels[y * _stride + x];
        set => _pixels[y * _stride + x] = value;
    }

    public ulong Load64(int y, int x) => BinaryPrimitives.ReadUInt64LittleEndian(MemoryMarshal.AsBytes(_pixels[(y * _stride + x)..]));

    public Vector<T> LoadVector(int y, int x) => new(_pixels[(y * _stride + x)..]);

    public Vector128<T> Load128(int y, int x) => Vector128.Create<T>(_pixels[(y * _stride + x)..]);

    public Vector256<T> Load256(int y, int x) => Vector256.Create<T>(_pixels[(y * _stride + x)..]);

    public Vector512<T> Load512(int y, int x) => Vector512.Create<T>(_pixels[(y * _stride + x)..]);

    public void Store(int y, int x, ulong pixels) =>
        BinaryPrimitives.WriteUInt64LittleEndian(MemoryMarshal.AsBytes(_pixels[(y * _stride + x)..]), pixels);

    public void Store(int y, int x, Vector<T> pixels) => pixels.CopyTo(_pixels[(y * _stride + x)..]);

    public void Store(int y, int x, Vector128<T> pixels) => pixels.CopyTo(_pixels[(y * _stride + x)..]);

    public void Store(int y, int x, Vector256<T> pixels) => pixels.CopyTo(_pixels[(y * _stride + x)..]);

    public void Store(int y, int x, Vector512<T> pixels) => pixels.CopyTo(_pixels[(y * _stride + x)..]);

    /// <summary>Does nothing: safe code has no way to ask.</summary>
    public void Prefetch(int y, int x)
    {
    }
}
