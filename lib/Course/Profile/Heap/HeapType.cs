namespace Course.Profile.Heap;

/// <summary>The objects of one type in a snapshot.</summary>
/// <param name="Type">As a reader writes it: <c>List&lt;Order&gt;</c>.</param>
public readonly record struct HeapType(string Type, long Objects, long Bytes);
