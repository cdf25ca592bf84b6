namespace Notebooks.Book;

/// <summary>A heading of a page, as its table of contents lists it.</summary>
internal readonly record struct Heading(int Level, string Id, string Text);
