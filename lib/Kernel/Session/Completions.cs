namespace Kernel.Session;

/// <summary>The text between <paramref name="Start"/> and <paramref name="End"/> (UTF-16 units) can be replaced by any of <paramref name="Items"/>.</summary>
public sealed record Completions(int Start, int End, IReadOnlyList<Completion> Items);
