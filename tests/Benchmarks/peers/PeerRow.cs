namespace Peers;

/// <summary>One contestant of one case over all launches.</summary>
/// <param name="Milliseconds">Median of the launches' medians, with the fastest and slowest launch; null for one that was recorded elsewhere.</param>
/// <param name="Against">The form of this library that the ratio is about.</param>
/// <param name="TimesAsFast">The peer's time over that form's: the ratio of each launch, then their median, lowest and highest.</param>
/// <param name="Goal">What was to be reached, in words; empty for none.</param>
/// <param name="Reached">Whether the median reaches it; null without a goal.</param>
/// <param name="Result">Border, rounding and distance from the true mean.</param>
internal sealed record PeerRow(string Case, string Peer, int Launches, Spread? Milliseconds, string Against, Spread TimesAsFast, string Goal, bool? Reached, string Result)
{
    /// <summary>Times the peer's time that <see cref="Against"/> takes.</summary>
    public double Takes => 1 / TimesAsFast.Median;
}
