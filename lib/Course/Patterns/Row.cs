namespace Course.Patterns;

/// <summary>One row of a table as an object of its own.</summary>
public sealed class Row(int a, int b)
{
    public int A { get; } = a;

    public int B { get; } = b;
}
