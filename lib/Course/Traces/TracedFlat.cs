using Course.Images;

namespace Course.Traces;

/// <summary>A flat array of any element, <c>image[i]</c>, that records one access for each use of an element and none for its length.</summary>
/// <param name="elements">A plane of one row: the array.</param>
/// <param name="address">Where the trace says that the first element lies.</param>
/// <param name="name">The array's name in the trace.</param>
public sealed class TracedFlat<T>(Plane<T> elements, Trace trace, ulong address, string name) where T : unmanaged
{
    private TracedPixels<T> _pixels = new(elements, trace, address, name);

    public int Length => _pixels.Width;

    public T this[int index]
    {
        get => _pixels[0, index];
        set => _pixels[0, index] = value;
    }
}
