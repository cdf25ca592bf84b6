namespace Course.Traces.Layouts;

/// <summary>What becomes of a block of heap memory.</summary>
public enum BlockState
{
    Free,
    Used,

    /// <summary>Nothing leads to it any more, but it stays until the next collection.</summary>
    Garbage,
}
