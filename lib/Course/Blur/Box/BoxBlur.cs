using System.Numerics;
using Course.Images;

namespace Course.Blur.Box;

/// <summary>
/// The box blur to use in anger: <c>destination[y, x] = mean of source[y-r..y+r, x-r..x+r]</c>, radius r from 0 (a copy) to 1023.
/// <para>Rounding: byte and ushort get the true mean rounded to nearest, exactly, at every radius; halves cannot occur, because the window
/// has an odd number of pixels. A float result lies within 10 * 2^-24 of the window's largest magnitude, plus (width + height) * 2^-51 of the
/// picture's. A float that is not finite spoils the pixels whose window holds it, and may spoil those below and to the right.</para>
/// <para>Borders: see <see cref="BoxBorder"/>; each axis is continued by itself, so a corner pixel outside follows both rules.</para>
/// <para>Aliasing: in place when source and destination begin at the same element with the same stride; otherwise they must not overlap.
/// Elements between the row's end and the stride are neither read as pixels nor written.</para>
/// <para>Cost: a pixel costs the same at every radius. Nothing is allocated after a thread's first call of a size. Moves one read and one
/// write of the picture through memory.</para>
/// </summary>
/// <remarks>Thread-safe: calls on different destinations may run at once.</remarks>
public static class BoxBlur
{
    public const int MaxRadius = 1023;

    /// <summary>Blurs a plane of bytes. See <see cref="BoxBlur"/> for rounding, borders, aliasing.</summary>
    /// <param name="destination">As wide and high as the source (its stride may differ), or the source itself.</param>
    /// <param name="radius">Pixels on each side of the centre, 0 to <see cref="MaxRadius"/>.</param>
    /// <exception cref="ArgumentNullException">A plane is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The radius, the channel count, the workers, the border, or the border value is out of range.</exception>
    /// <exception cref="ArgumentException">Sizes differ, the width is no multiple of the channels, or the two overlap but are not the same.</exception>
    /// <exception cref="OperationCanceledException">The options' token was cancelled; the destination is partly written.</exception>
    public static void Blur(Plane<byte> source, Plane<byte> destination, int radius, BoxBlurOptions? options = null) =>
        BlurPlanes(source, destination, radius, options);

    /// <inheritdoc cref="Blur(Plane{byte}, Plane{byte}, int, BoxBlurOptions?)"/>
    public static void Blur(Plane<ushort> source, Plane<ushort> destination, int radius, BoxBlurOptions? options = null) =>
        BlurPlanes(source, destination, radius, options);

    /// <inheritdoc cref="Blur(Plane{byte}, Plane{byte}, int, BoxBlurOptions?)"/>
    public static void Blur(Plane<float> source, Plane<float> destination, int radius, BoxBlurOptions? options = null) =>
        BlurPlanes(source, destination, radius, options);

    /// <summary>Blurs pixels that lie in somebody else's memory. See <see cref="BoxBlur"/> for rounding, borders, aliasing.</summary>
    /// <param name="source">From the first element; at least (height - 1) * sourceStride + width * channels long.</param>
    /// <param name="sourceStride">Elements from one row to the next.</param>
    /// <param name="destination">Likewise, or the same memory with the same stride.</param>
    /// <param name="width">Pixels, not elements: a row holds width * channels elements.</param>
    /// <inheritdoc cref="Blur(Plane{byte}, Plane{byte}, int, BoxBlurOptions?)"/>
    public static void Blur(ReadOnlySpan<byte> source, int sourceStride, Span<byte> destination, int destinationStride,
        int width, int height, int radius, BoxBlurOptions? options = null) =>
        BlurSpans(source, sourceStride, destination, destinationStride, width, height, radius, options);

    /// <inheritdoc cref="Blur(ReadOnlySpan{byte}, int, Span{byte}, int, int, int, int, BoxBlurOptions?)"/>
    public static void Blur(ReadOnlySpan<ushort> source, int sourceStride, Span<ushort> destination, int destinationStride,
        int width, int height, int radius, BoxBlurOptions? options = null) =>
        BlurSpans(source, sourceStride, destination, destinationStride, width, height, radius, options);

    /// <inheritdoc cref="Blur(ReadOnlySpan{byte}, int, Span{byte}, int, int, int, int, BoxBlurOptions?)"/>
    public static void Blur(ReadOnlySpan<float> source, int sourceStride, Span<float> destination, int destinationStride,
        int width, int height, int radius, BoxBlurOptions? options = null) =>
        BlurSpans(source, sourceStride, destination, destinationStride, width, height, radius, options);

    private static void BlurPlanes<T>(Plane<T> source, Plane<T> destination, int radius, BoxBlurOptions? options)
        where T : unmanaged, INumber<T>
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(destination);
        options ??= BoxBlurOptions.Default;
        if ((source.Width, source.Height) != (destination.Width, destination.Height))
            throw new ArgumentException($"The destination is {destination.Width} x {destination.Height} but the source is " +
                $"{source.Width} x {source.Height}; make the destination the source's size.", nameof(destination));
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(options.Channels, nameof(options));
        if (source.Width % options.Channels != 0)
            throw new ArgumentException($"A row of {source.Width} elements does not hold whole pixels of {options.Channels} channels.", nameof(source));
        BlurSpans<T>(source.Span, source.Stride, destination.Span, destination.Stride,
            source.Width / options.Channels, source.Height, radius, options);
    }

    private static unsafe void BlurSpans<T>(ReadOnlySpan<T> source, int sourceStride, Span<T> destination, int destinationStride,
        int width, int height, int radius, BoxBlurOptions? options) where T : unmanaged, INumber<T>
    {
        options ??= BoxBlurOptions.Default;
        BlurArguments.Check(source, sourceStride, destination, destinationStride, width, height, radius, options);
        if (width == 0 || height == 0) return;
        fixed (T* from = source, to = destination)
        {
            var task = new BlurTask<T>
            {
                Source = from,
                SourceStride = sourceStride,
                Destination = to,
                DestinationStride = destinationStride,
                Width = width,
                Height = height,
                Channels = options.Channels,
                Radius = radius,
                Border = options.Border,
                BorderValue = T.CreateTruncating(options.BorderValue),
                Cancellation = options.Cancellation,
            };
            BlurRunner.Run(task, options.Instructions, options.Workers);
        }
    }
}
