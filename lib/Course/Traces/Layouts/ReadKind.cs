namespace Course.Traces.Layouts;

/// <summary>Why memory is read on the way to an element.</summary>
public enum ReadKind
{
    /// <summary>A count or length, to see whether the index is within bounds.</summary>
    Check,

    /// <summary>A list's pointer to its array of elements.</summary>
    Items,

    /// <summary>An element that is a pointer.</summary>
    Entry,

    /// <summary>The number itself.</summary>
    Value,
}
