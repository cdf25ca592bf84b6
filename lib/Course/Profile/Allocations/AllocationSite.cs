namespace Course.Profile.Allocations;

/// <summary>Where objects of one type are made. Numbers are estimates from samples.</summary>
/// <param name="Method">The innermost method with a source line: the reader's own, not the library's that it called.</param>
/// <param name="Line"><c>cell 4:7</c> or <c>Shop.cs:7</c>; empty without symbols.</param>
/// <param name="Type">Of the objects.</param>
/// <param name="Via">The library's method that really allocated; empty where the line did it itself.</param>
/// <param name="Bytes">Estimated.</param>
/// <param name="Objects">Estimated.</param>
/// <param name="Samples">What the estimate stands on: its relative error is about one divided by their square root.</param>
public sealed record AllocationSite(string Method, string Line, string Type, string Via, long Bytes, long Objects, int Samples);
