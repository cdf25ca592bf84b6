using System.Numerics;
using System.Runtime.Intrinsics;

namespace Course.Images;

/// <summary>
/// Pixels that an algorithm reads and writes: shape <c>[Height, Width]</c>, row <c>y</c> first. Written once over
/// <c>where TPixels : struct, IPixels&lt;byte&gt;, allows ref struct</c>, the same source runs on real memory at full speed
/// (<see cref="SpanPixels{T}"/>, <see cref="PointerPixels{T}"/>) and on traced memory for the cache simulator: the compiler
/// makes one copy per accessor, with no call left in it. Use it as a type argument, never as a variable of interface type.
/// A vector load or store covers the pixels <c>x, x + 1, …</c> of row <c>y</c>, and all of them must lie in the row's stride.
/// Coordinates are checked by the accessors that say so.
/// </summary>
public interface IPixels<T> where T : unmanaged
{
    int Width { get; }

    int Height { get; }

    T this[int y, int x] { get; set; }

    /// <summary>Eight bytes of pixels as one number, the first pixel in its lowest bits.</summary>
    ulong Load64(int y, int x);

    /// <summary>As many pixels as this CPU's portable vector holds.</summary>
    Vector<T> LoadVector(int y, int x);

    Vector128<T> Load128(int y, int x);

    Vector256<T> Load256(int y, int x);

    Vector512<T> Load512(int y, int x);

    void Store(int y, int x, ulong pixels);

    void Store(int y, int x, Vector<T> pixels);

    void Store(int y, int x, Vector128<T> pixels);

    void Store(int y, int x, Vector256<T> pixels);

    void Store(int y, int x, Vector512<T> pixels);

    /// <summary>Asks for the cache line of a pixel that will be read soon. A hint: it may lie outside the picture, and is never recorded.</summary>
    void Prefetch(int y, int x);
}
