namespace Course.Scenes;

/// <summary>What is seen at one moment. Whoever sees no picture gets the same from <see cref="Narration"/> and <see cref="Counters"/>.</summary>
/// <param name="Narration">One or two sentences: what happened and why.</param>
/// <param name="Panels">The pictures, in reading order.</param>
/// <param name="Counters">The numbers so far; every frame of a run names the same ones.</param>
public sealed record Frame(string Narration, IReadOnlyList<Panel> Panels, IReadOnlyList<Counter> Counters)
{
    /// <summary>From cell to cell, by <see cref="Cell.Id"/>.</summary>
    public IReadOnlyList<Arrow> Arrows { get; init; } = [];

    /// <summary>What the slider says here, such as "5 x 5"; empty means "3 of 12".</summary>
    public string Step { get; init; } = "";
}
