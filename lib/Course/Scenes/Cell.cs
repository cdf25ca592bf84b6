namespace Course.Scenes;

/// <summary>One box of a row.</summary>
/// <param name="Text">What it holds.</param>
/// <param name="Role">What is happening to it.</param>
/// <param name="Under">Small text below, such as its address.</param>
public readonly record struct Cell(string Text, CellRole Role = CellRole.Plain, string Under = "")
{
    /// <summary>Names the cell for arrows; empty if none leads here.</summary>
    public string Id { get; init; } = "";

    /// <summary>When it was touched in this frame: 1 first; 0 not at all.</summary>
    public int Order { get; init; }

    /// <summary>The frame of this run that a click leads to; -1 for none.</summary>
    public int GoTo { get; init; } = -1;

    /// <summary>How many cells wide it is.</summary>
    public int Span { get; init; } = 1;
}
