namespace Course.Profile.Heap;

/// <summary>What a type has gained between two snapshots.</summary>
/// <param name="Type">As a reader writes it.</param>
/// <param name="Objects">How many more objects.</param>
/// <param name="Bytes">How many bytes more they take, what they point to not counted.</param>
/// <param name="Path">What keeps most of them alive, from the root inwards.</param>
/// <param name="PathObjects">How many of the new objects hang on that path.</param>
public sealed record GrownType(string Type, long Objects, long Bytes, string Path, long PathObjects);
