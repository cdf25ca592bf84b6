namespace Course.Traces.Layouts;

/// <summary>What happened in a heap.</summary>
public enum HeapEventKind
{
    Allocated,

    /// <summary>Given back at once, by its owner or by its last reference going.</summary>
    Freed,

    /// <summary>The last reference went; the memory stays taken until a collection.</summary>
    Abandoned,

    /// <summary>All garbage was freed; the event's bytes are its sum.</summary>
    Collected,

    /// <summary>Contents were copied into this block from the block at <see cref="HeapEvent.From"/>.</summary>
    Copied,
}
