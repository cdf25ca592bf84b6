namespace Peers;

/// <summary>Two pieces of work with nothing to do with each other, at the same time: what two cores can do at most.</summary>
internal sealed class PairContestant(string name, Action first, Action second) : Contestant(name, 1, Promise.Bound)
{
    private static readonly TwoAtOnce s_both = new();

    public override double Time(int calls) => s_both.Time(calls, first, second) * calls;

    public override float[] Result() => [];
}
