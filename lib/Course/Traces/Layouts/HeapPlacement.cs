namespace Course.Traces.Layouts;

/// <summary>Where a heap puts the next object.</summary>
public enum HeapPlacement
{
    /// <summary>
    /// At the lowest address with room: behind the one before, until the end is reached, garbage is collected, and it starts again at
    /// the front. .NET's youngest generation works so, except that .NET also moves the survivors together.
    /// </summary>
    Bump,

    /// <summary>
    /// Into the smallest hole that is large enough, and of equal ones the hole freed last. CPython's small objects and most
    /// <c>malloc</c>s keep such lists by size.
    /// </summary>
    LastFreed,
}
