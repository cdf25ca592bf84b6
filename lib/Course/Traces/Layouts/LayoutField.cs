namespace Course.Traces.Layouts;

/// <summary>A part of a block: bytes <c>[Offset, Offset + Bytes)</c> of it.</summary>
/// <param name="Name">What it is: "type", "count", "[3]".</param>
/// <param name="Offset">From the block's first byte.</param>
/// <param name="Bytes">Length.</param>
/// <param name="Kind">What lies there.</param>
/// <param name="Target">Where it leads, for a pointer; that address lies within some block.</param>
/// <param name="Value">What it holds, for a number or a count.</param>
public readonly record struct LayoutField(string Name, int Offset, int Bytes, FieldKind Kind, ulong Target = 0, double Value = 0);
