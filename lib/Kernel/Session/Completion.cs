namespace Kernel.Session;

/// <summary>One thing that could be written at the cursor.</summary>
/// <param name="Text">What replaces the text between <see cref="Completions.Start"/> and <see cref="Completions.End"/>.</param>
/// <param name="Kind">"method", "property", "class", "keyword", …: front ends draw an icon for it.</param>
/// <param name="Signature">For a method, its parameters and result; else empty.</param>
public readonly record struct Completion(string Text, string Kind, string Signature);
