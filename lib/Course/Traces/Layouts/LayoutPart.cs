namespace Course.Traces.Layouts;

/// <summary>What a block of a layout is for.</summary>
public enum LayoutPart
{
    /// <summary>A list object, which knows its count and where its array is.</summary>
    List,

    /// <summary>An array of pointers.</summary>
    Pointers,

    /// <summary>Numbers: an array of them, or one as an object of its own.</summary>
    Numbers,
}
