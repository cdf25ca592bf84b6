using Course.Blur.Box;

namespace Course.Tests.Blur.Box;

/// <summary>One blur to try. Strides are the row plus what is named here, in elements.</summary>
public sealed record BoxCase(int Width, int Height, int Radius)
{
    public BoxBorder Border { get; init; } = BoxBorder.Replicate;

    public int Channels { get; init; } = 1;

    public double Outside { get; init; }

    public int SourceGap { get; init; }

    public int DestinationGap { get; init; }

    public bool InPlace { get; init; }

    /// <summary>Memory touches the forbidden page behind it (true) or the one before it (false).</summary>
    public bool AtEnd { get; init; } = true;
}
