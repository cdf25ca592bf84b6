namespace Course.Profile.Layouts;

/// <summary>What the bytes of an object are for.</summary>
public enum PieceKind
{
    /// <summary>The runtime's own word before the object: lock, hash code.</summary>
    Header,
    /// <summary>The address of the type's description.</summary>
    TypePointer,
    Field,
    /// <summary>Bytes that hold nothing, so that what follows begins at a multiple of its size.</summary>
    Padding,
}
