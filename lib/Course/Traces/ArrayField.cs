namespace Course.Traces;

/// <summary>One field of an array's element: bytes <c>[Offset, Offset + Bytes)</c> of every element.</summary>
public readonly record struct ArrayField(string Name, int Offset, int Bytes);
