namespace Course.Images;

/// <summary>
/// One channel of a picture: <see cref="Height"/> rows of <see cref="Width"/> pixels, each row <see cref="Stride"/> elements after
/// the one before, so shape <c>[height, stride]</c> in units of <typeparamref name="T"/>. The buffer is pinned and its first pixel
/// is aligned to 64 bytes; the plane owns it. Elements between Width and Stride are padding: any value, never read as pixels.
/// </summary>
public sealed class Plane<T> where T : unmanaged
{
    private readonly T[] _buffer;
    private readonly int _start;

    /// <param name="width">Pixels in a row, 0 or more.</param>
    /// <param name="height">Rows, 0 or more.</param>
    /// <param name="stride">Elements from one row to the next, at least <paramref name="width"/>; 0 means the width itself.</param>
    /// <exception cref="ArgumentOutOfRangeException">A negative size, a stride below the width, or more than 2^31 - 64 elements.</exception>
    public unsafe Plane(int width, int height, int stride = 0)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(width);
        ArgumentOutOfRangeException.ThrowIfNegative(height);
        if (stride == 0) stride = width;
        ArgumentOutOfRangeException.ThrowIfLessThan(stride, width);
        long elements = (long)stride * height;
        int slack = 64 / sizeof(T);
        if (elements > Array.MaxLength - slack)
            throw new ArgumentOutOfRangeException(nameof(height), $"A plane of {stride} x {height} elements is larger than one .NET array.");
        (Width, Height, Stride) = (width, height, stride);
        _buffer = GC.AllocateArray<T>((int)elements + slack, pinned: true);
        fixed (T* first = _buffer) _start = (int)((64 - ((nuint)first & 63)) & 63) / sizeof(T);
    }

    public int Width { get; }
    public int Height { get; }

    /// <summary>Elements (not bytes) from a pixel to the one below it.</summary>
    public int Stride { get; }

    public ref T this[int y, int x] => ref Row(y)[x];

    /// <summary>The pixels of row <paramref name="y"/>, without padding.</summary>
    public Span<T> Row(int y)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)y, (uint)Height, nameof(y));
        return _buffer.AsSpan(_start + y * Stride, Width);
    }

    /// <summary>All rows with their padding, <c>Height * Stride</c> elements.</summary>
    public Span<T> Span => _buffer.AsSpan(_start, Height * Stride);

    /// <summary>The first pixel. Stays valid while the plane is reachable, because the buffer is pinned.</summary>
    public unsafe T* Pointer => (T*)System.Runtime.InteropServices.Marshal.UnsafeAddrOfPinnedArrayElement(_buffer, _start);

    public Plane<T> Copy()
    {
        var copy = new Plane<T>(Width, Height, Stride);
        Span.CopyTo(copy.Span);
        return copy;
    }
}
