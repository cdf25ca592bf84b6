namespace Notebooks.Book;

/// <summary>Chapters that belong together, under one heading of the first page.</summary>
public sealed record BookPart(string Title, IReadOnlyList<Chapter> Chapters);
