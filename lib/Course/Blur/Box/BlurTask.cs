namespace Course.Blur.Box;

/// <summary>One blur, checked: everything a kernel needs to know. Strides in elements, width and radius in pixels.</summary>
internal readonly unsafe struct BlurTask<T> : IEquatable<BlurTask<T>> where T : unmanaged
{
    public required T* Source { get; init; }

    public required nint SourceStride { get; init; }

    public required T* Destination { get; init; }

    public required nint DestinationStride { get; init; }

    public required int Width { get; init; }

    public required int Height { get; init; }

    public required int Channels { get; init; }

    public required int Radius { get; init; }

    public required BoxBorder Border { get; init; }

    public required T BorderValue { get; init; }

    public required CancellationToken Cancellation { get; init; }

    /// <summary>Pixels on one side of the square window.</summary>
    public int Window => 2 * Radius + 1;

    public int RowElements => Width * Channels;

    public bool InPlace => Source == Destination;

    /// <summary>Pixels at each end of a row, and rows at each end of the picture, that stay unwritten.</summary>
    public int Margin => Border == BoxBorder.InteriorOnly ? Radius : 0;

    /// <summary>Whether <see cref="RowSource{T}"/> makes rows of its own, which must be made again for every call.</summary>
    public bool NeedsOwnRows => InPlace || Border == BoxBorder.Constant;

    public bool Equals(BlurTask<T> other) =>
        Source == other.Source && SourceStride == other.SourceStride && Destination == other.Destination && DestinationStride == other.DestinationStride
        && Width == other.Width && Height == other.Height && Channels == other.Channels && Radius == other.Radius && Border == other.Border
        && EqualityComparer<T>.Default.Equals(BorderValue, other.BorderValue) && Cancellation == other.Cancellation;

    public override bool Equals(object? other) => other is BlurTask<T> task && Equals(task);

    public override int GetHashCode() => HashCode.Combine((nint)Source, (nint)Destination, Width, Height, Radius);
}
