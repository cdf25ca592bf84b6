namespace Course.Traces;

/// <summary>One access of a loop's body: in iteration i it touches <c>Size</c> bytes at <c>Address + i * Stride</c>.</summary>
public readonly record struct AffineReference(AccessKind Kind, ulong Address, long Stride, int Size);
