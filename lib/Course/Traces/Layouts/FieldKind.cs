namespace Course.Traces.Layouts;

/// <summary>What lies in a part of a block.</summary>
public enum FieldKind
{
    /// <summary>What the runtime keeps about the object: its type, its reference count, the collector's links.</summary>
    Header,
    Count,
    Pointer,
    Value,

    /// <summary>Room for elements that are not there yet, or left over by alignment.</summary>
    Spare,
}
