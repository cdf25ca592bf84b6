using Course.Blur;

namespace Benchmarks;

/// <summary>A rung by its place, so that tables keep the ladder's order instead of the alphabet's.</summary>
public sealed class LadderStep(int place) : IComparable
{
    private readonly int _place = place;

    public Rung Rung => Ladder.All[_place];

    public static IEnumerable<LadderStep> Runnable =>
        Enumerable.Range(0, Ladder.All.Count).Select(place => new LadderStep(place)).Where(step => step.Rung.Missing is null);

    public int CompareTo(object? other) => other is LadderStep step ? _place.CompareTo(step._place) : 1;

    public override string ToString() => Rung.Name;
}
