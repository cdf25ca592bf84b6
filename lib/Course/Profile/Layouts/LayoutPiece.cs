namespace Course.Profile.Layouts;

/// <summary>Some bytes of an object.</summary>
/// <param name="Offset">From the object's first byte, the header counted; a struct has no header.</param>
/// <param name="Type">The field's type; empty for what is no field.</param>
public readonly record struct LayoutPiece(int Offset, int Bytes, PieceKind Kind, string Name, string Type);
