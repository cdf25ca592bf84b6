using System.Numerics;

namespace Course.Blur.Box;

/// <summary>The one place where a blur's arguments are checked; behind it, kernels trust them.</summary>
internal static class BlurArguments
{
    public static void Check<T>(ReadOnlySpan<T> source, int sourceStride, ReadOnlySpan<T> destination, int destinationStride,
        int width, int height, int radius, BoxBlurOptions options) where T : unmanaged, INumber<T>
    {
        ArgumentOutOfRangeException.ThrowIfNegative(width);
        ArgumentOutOfRangeException.ThrowIfNegative(height);
        ArgumentOutOfRangeException.ThrowIfNegative(radius);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(radius, BoxBlur.MaxRadius);
        if (options.Channels is < 1 or > 4)
            throw new ArgumentOutOfRangeException(nameof(options), options.Channels, "Channels is 1 to 4; blur other layouts plane by plane.");
        if (options.Workers < 0)
            throw new ArgumentOutOfRangeException(nameof(options), options.Workers, "Workers is the number of cores, or 0 for all.");
        if (!Enum.IsDefined(options.Border) || !Enum.IsDefined(options.Instructions))
            throw new ArgumentOutOfRangeException(nameof(options), options, "Border and Instructions must be values of their enumerations.");
        if (options.Border == BoxBorder.Constant) CheckValue<T>(options.BorderValue);
        long elements = (long)width * options.Channels;
        CheckMemory(source.Length, sourceStride, elements, height, nameof(source));
        CheckMemory(destination.Length, destinationStride, elements, height, nameof(destination));
        if (!source.Overlaps(destination, out int offset) || width == 0 || height == 0) return;
        if (offset != 0 || sourceStride != destinationStride)
            throw new ArgumentException("Source and destination overlap without being the same. Blur in place (same first element, same " +
                "stride) or into separate memory.", nameof(destination));
    }

    private static void CheckMemory(int length, int stride, long elements, int height, string name)
    {
        if (stride < elements)
            throw new ArgumentOutOfRangeException($"{name}Stride", stride, $"A row holds {elements} elements, so its stride cannot be less.");
        long needed = height == 0 || elements == 0 ? 0 : (height - 1) * (long)stride + elements;
        if (length < needed)
            throw new ArgumentException($"The {name} has {length} elements, but {height} rows of stride {stride} need {needed}.", name);
    }

    private static void CheckValue<T>(double value) where T : unmanaged, INumber<T>
    {
        if (typeof(T) == typeof(float)) return;
        int largest = typeof(T) == typeof(byte) ? byte.MaxValue : ushort.MaxValue;
        if (!(value >= 0 && value <= largest && value == Math.Floor(value)))
            throw new ArgumentOutOfRangeException("options", value, $"BorderValue must be an integer from 0 to {largest} for this element type.");
    }
}
