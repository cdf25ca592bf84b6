namespace Judged;

/// <summary>What a value on the wire is. Values up to <see cref="String"/> are also what arrays may hold, and so are arrays.</summary>
internal enum ValueKind : byte
{
    Null,
    Boolean,
    Byte,
    Int32,
    Int64,
    UInt64,
    Single,
    Double,
    String,
    Array,
    Grid,
    CountedArray,

    /// <summary>A grid, counted array or function that stays with the judge.</summary>
    AskedGrid,
    AskedArray,
    Function,
    Service,
}
