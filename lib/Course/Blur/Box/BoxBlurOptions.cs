namespace Course.Blur.Box;

/// <summary>Everything about a box blur that has a usual answer. Keep one and reuse it: making one allocates.</summary>
public sealed record BoxBlurOptions
{
    /// <summary>Replicated borders, one channel, one core, the best instructions.</summary>
    public static BoxBlurOptions Default { get; } = new();

    public BoxBorder Border { get; init; } = BoxBorder.Replicate;

    /// <summary>The value outside the picture under <see cref="BoxBorder.Constant"/>, in pixel units; for byte and ushort an integer in range.</summary>
    public double BorderValue { get; init; }

    /// <summary>Interleaved values per pixel, 1 to 4; each is blurred by itself.</summary>
    public int Channels { get; init; } = 1;

    /// <summary>The widest instructions allowed. What the CPU lacks is passed over silently, so this never fails.</summary>
    public BoxInstructions Instructions { get; init; } = BoxInstructions.Best;

    /// <summary>Cores that may work on one blur; 0 for all. A picture too small to gain is blurred on one core all the same.</summary>
    public int Workers { get; init; } = 1;

    /// <summary>Looked at after every few rows. A cancelled blur leaves the destination partly written.</summary>
    public CancellationToken Cancellation { get; init; }
}
