using System.Globalization;
using Course.Measure;
using static Peers.Contestants;

namespace Peers;

/// <summary>Why a goal is missed: ratios of what was timed in the same processes, in words.</summary>
internal sealed class GoalLimit(Measurements samples)
{
    private const string Box15 = Box + ", radius 15", Box50 = Box + ", radius 50";

    private readonly Dictionary<string, IReadOnlyList<double>> _times = samples.ToDictionary(one => one.Label, one => one.Samples());

    /// <summary>Empty where nothing was timed that would tell.</summary>
    public string Of(PeerRow row)
    {
        string? Times(string slower, string faster) => Ratio(row.Case, slower, faster);
        string? inCache = Times(Bounds.InCache, Copy);
        switch (row)
        {
            case { Against: TwoCores } when Times(Box, Bounds.Halves) is { } halves:
                return $"two half blurs that need not wait for each other: {halves}; arithmetic without memory on both cores: {Times(Bounds.Arithmetic, Bounds.ArithmeticOnTwo)}";
            case { Peer: Copy } when Case.Find(row.Case).Floats && Times(Box, CopyPastCaches) is { } copies:
                return $"takes {copies} non-temporal copies, of which one takes {Times(CopyPastCaches, Copy)} copies";
            case { Peer: Copy } when inCache is not null:
                return $"as many pixels, but no row's end and no cache missed, take {inCache}";
            case { Peer: Simd } when inCache is not null:
                double simd = Collection.SimdInCopies[row.Case];
                return string.Create(CultureInfo.InvariantCulture, $"Simd took {simd:F2} copies on another machine with a slower copy; the goal is {simd / Goal.Of(row.Case, Simd)!.Value:F2} copies here; as many pixels, but no row's end and no cache missed, take {inCache}");
            case { Against: Box50, Peer: Box15 } when Times(Bounds.HalfAsWide + ", radius 50", Bounds.HalfAsWide + ", radius 15") is { } half:
                return $"in a picture half as wide, whose row sums fill half as much of the second cache, radius 50 takes {half} times as long as radius 15";
            case { Against: Box } when Times(row.Peer, Bounds.InCache) is { } times:
                return $"as many pixels, but no row's end and no cache missed: {times}";
            default:
                return "";
        }
    }

    private string? Ratio(string shape, string peer, string other) =>
        _times.TryGetValue($"{shape} | {peer}", out var some) && _times.TryGetValue($"{shape} | {other}", out var others)
            ? Report.Ratio(Spread.Of(some.Zip(others, (a, b) => a / b)))
            : null;
}
