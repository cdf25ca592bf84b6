namespace Course.Scenes;

/// <summary>A number that the reader watches, with its unit in <paramref name="Name"/> or <paramref name="Value"/>.</summary>
public readonly record struct Counter(string Name, string Value)
{
    public Counter(string name, long value) : this(name, value.ToString("N0")) { }
}
