using System.Runtime.InteropServices;

namespace Course.Blur.Box;

/// <summary>Channel numbers over and over, 0 1 2 0 1 2 ..., which tell a byte permutation how to repeat a pixel.</summary>
internal static unsafe class ChannelPattern
{
    private const int Length = 64 + 4;
    private static readonly byte* s_patterns = Make();

    /// <summary>At least 64 bytes for a pixel of so many channels, beginning with channel <paramref name="phase"/>.</summary>
    public static byte* Of(int channels, int phase) => s_patterns + channels * Length + phase;

    private static byte* Make()
    {
        var patterns = (byte*)NativeMemory.Alloc(5 * Length);
        for (int channels = 1; channels <= 4; channels++)
            for (int i = 0; i < Length; i++) patterns[channels * Length + i] = (byte)(i % channels);
        return patterns;
    }
}
