using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Course.Images;

namespace Course.Traces;

/// <summary>
/// A plane's pixels that record every access, one per operation with its real width: a byte is 1, a 512-bit vector 64.
/// The pixel (y, x) is recorded at <c>address + (y * stride + x) * sizeof(T)</c>, an address of the caller's choice, so a trace
/// is the same on every run and machine. Every access is checked against the row and its padding.
/// </summary>
public readonly struct TracedPixels<T> : IPixels<T> where T : unmanaged
{
    private readonly Plane<T> _plane;
    private readonly Trace _trace;
    private readonly ulong _address;
    private readonly ushort _array;

    /// <param name="address">Where the trace says that the first pixel lies.</param>
    /// <param name="array">The array's name in the trace.</param>
    public unsafe TracedPixels(Plane<T> plane, Trace trace, ulong address, string array)
    {
        (_plane, _trace, _address) = (plane, trace, address);
        long pitch = (long)plane.Stride * sizeof(T);
        _array = trace.Define(new ArrayRegion(array, address, pitch * plane.Height, sizeof(T), pitch));
    }

    public int Width => _plane.Width;

    public int Height => _plane.Height;

    public T this[int y, int x]
    {
        get => Record(y, x, 1, AccessKind.Load)[0];
        set => Record(y, x, 1, AccessKind.Store)[0] = value;
    }

    public unsafe ulong Load64(int y, int x) =>
        BinaryPrimitives.ReadUInt64LittleEndian(MemoryMarshal.AsBytes(Record(y, x, sizeof(ulong) / sizeof(T), AccessKind.Load)));

    public Vector<T> LoadVector(int y, int x) => new(Record(y, x, Vector<T>.Count, AccessKind.Load));

    public Vector128<T> Load128(int y, int x) => Vector128.Create<T>(Record(y, x, Vector128<T>.Count, AccessKind.Load));

    public Vector256<T> Load256(int y, int x) => Vector256.Create<T>(Record(y, x, Vector256<T>.Count, AccessKind.Load));

    public Vector512<T> Load512(int y, int x) => Vector512.Create<T>(Record(y, x, Vector512<T>.Count, AccessKind.Load));

    public unsafe void Store(int y, int x, ulong pixels) =>
        BinaryPrimitives.WriteUInt64LittleEndian(MemoryMarshal.AsBytes(Record(y, x, sizeof(ulong) / sizeof(T), AccessKind.Store)), pixels);

    public void Store(int y, int x, Vector<T> pixels) => pixels.CopyTo(Record(y, x, Vector<T>.Count, AccessKind.Store));

    public void Store(int y, int x, Vector128<T> pixels) => pixels.CopyTo(Record(y, x, Vector128<T>.Count, AccessKind.Store));

    public void Store(int y, int x, Vector256<T> pixels) => pixels.CopyTo(Record(y, x, Vector256<T>.Count, AccessKind.Store));

    public void Store(int y, int x, Vector512<T> pixels) => pixels.CopyTo(Record(y, x, Vector512<T>.Count, AccessKind.Store));

    public void Prefetch(int y, int x)
    {
    }

    private unsafe Span<T> Record(int y, int x, int count, AccessKind kind)
    {
        if ((uint)y >= (uint)Height || x < 0 || x + count > _plane.Stride)
        {
            string array = _trace.Arrays[_array].Name;
            throw new IndexOutOfRangeException($"Pixels [{y}, {x}..{x + count}] lie outside {array}: {Height} rows of {_plane.Stride}.");
        }
        int index = y * _plane.Stride + x;
        _trace.Add(kind, _address + (ulong)index * (ulong)sizeof(T), count * sizeof(T), _array);
        return _plane.Span.Slice(index, count);
    }
}
