using static Peers.Contestants;

namespace Peers;

/// <summary>What a comparison is to reach.</summary>
/// <param name="Case">The case's name.</param>
/// <param name="Peer">Whom to compare with.</param>
/// <param name="Against">Who is compared: BoxBlur or one form of it.</param>
/// <param name="Most">True: it takes at most <paramref name="Value"/> times the peer's time. False: it is at least so many times as fast.</param>
internal sealed record Goal(string Case, string Peer, string Against, bool Most, double Value)
{
    public static IReadOnlyList<Goal> All { get; } =
    [
        AtMost("byte 3x3, 512x512", Copy, 1.6), AtLeast("byte 3x3, 512x512", OpenCvO3, 5), AtLeast("byte 3x3, 512x512", Simd, 1.9),
        AtMost("byte 3x3, 1920x1080", Copy, 1.6), AtLeast("byte 3x3, 1920x1080", OpenCv, 15), AtLeast("byte 3x3, 1920x1080", Loops, 20_000),
        AtMost("byte 3x3, 3840x2160", Copy, 1.3), AtLeast("byte 3x3, 3840x2160", OpenCvO3, 4.1), AtLeast("byte 3x3, 3840x2160", Simd, 1.8),
        AtMost("byte 3x3, 7680x4320", CopyPastCaches, 1.15),
        AtMost("float 3x3, 1920x1080", Copy, 1.1), AtLeast("float 3x3, 1920x1080", OpenCvO3, 5),
        AtMost("float 3x3, 3840x2160", CopyPastCaches, 1.1), AtLeast("float 3x3, 3840x2160", OpenCvO3, 5),
        AtMost("float 3x3, 7680x4320", CopyPastCaches, 1.2), AtLeast("float 3x3, 7680x4320", OpenCvO3, 3.9),
        .. new[] { OpenCvO3, OpenCv }.SelectMany(peer => new[] { 15, 50 }, (peer, radius) =>
            new Goal("byte 31x31 and 101x101, 3840x2160", $"{peer}, radius {radius}", $"{Box}, radius {radius}", Most: false, 4)),
        new("byte 31x31 and 101x101, 3840x2160", $"{Box}, radius 15", $"{Box}, radius 50", Most: true, 1.05),
        .. new[] { "byte 3x3, 512x512", "byte 3x3, 1920x1080", "byte 3x3, 3840x2160", "float 3x3, 1920x1080", "byte 31x31, 3840x2160" }
            .Select(shape => AtLeast("AVX2: " + shape, OpenCvO3, 3.4)),
        AtLeast("AVX2: byte 3x3, 3840x2160", Simd, 1.2),
        .. ScalarRungs.Select(rung => new Goal("byte 3x3, 1920x1080", RungPrefix + rung, Portable, Most: false, 2)),
        new("byte 3x3, 512x512", Box, TwoCores, Most: false, 1.8), new("byte 3x3, 1920x1080", Box, TwoCores, Most: false, 1.8),
        new("float 3x3, 1920x1080", Box, TwoCores, Most: false, 1.8),
    ];

    public static Goal? Of(string shape, string peer) => All.FirstOrDefault(goal => goal.Case == shape && goal.Peer == peer);

    public bool Holds(double timesAsFast) => Most ? 1 / timesAsFast <= Value : timesAsFast >= Value;

    public override string ToString() => (Most ? "takes <= " : "times as fast >= ") + Value.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private static Goal AtMost(string shape, string peer, double value) => new(shape, peer, Box, Most: true, value);

    private static Goal AtLeast(string shape, string peer, double value) => new(shape, peer, Box, Most: false, value);
}
