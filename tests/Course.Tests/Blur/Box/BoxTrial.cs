using System.Numerics;
using System.Runtime.InteropServices;
using Course.Blur.Box;

namespace Course.Tests.Blur.Box;

/// <summary>Runs one case between forbidden pages, over sentinels, and compares every element with the oracle.</summary>
internal static unsafe class BoxTrial
{
    public static readonly BoxInstructions[] AllInstructions =
        [BoxInstructions.Scalar, BoxInstructions.Vector128, BoxInstructions.Vector256, BoxInstructions.Vector512];

    public static void Check<T>(BoxCase trial, IEnumerable<BoxInstructions> instructions, int seed = 1) where T : unmanaged, INumber<T>
    {
        T[] pixels = Pixels<T>(trial.Width * trial.Channels * trial.Height, seed);
        var oracle = new BoxOracle<T>(pixels, trial.Width, trial.Height, trial.Channels, trial.Radius, trial.Border, trial.Outside);
        foreach (BoxInstructions widest in instructions) Run(trial, pixels, oracle, widest);
    }

    private static void Run<T>(BoxCase trial, T[] pixels, BoxOracle<T> oracle, BoxInstructions widest) where T : unmanaged, INumber<T>
    {
        int row = trial.Width * trial.Channels, sourceStride = row + trial.SourceGap;
        int destinationStride = trial.InPlace ? sourceStride : row + trial.DestinationGap;
        using var sourceMemory = new GuardedMemory(Elements(trial, row, sourceStride) * sizeof(T), trial.AtEnd);
        using var ownMemory = new GuardedMemory(Elements(trial, row, destinationStride) * sizeof(T), trial.AtEnd);
        Span<T> source = View<T>(sourceMemory), destination = trial.InPlace ? source : View<T>(ownMemory);
        T sentinel = T.CreateChecked(77);
        source.Fill(sentinel);
        destination.Fill(sentinel);
        for (int y = 0; y < trial.Height; y++) pixels.AsSpan(y * row, row).CopyTo(source[(y * sourceStride)..]);
        T[] sourceBefore = source.ToArray();

        var options = new BoxBlurOptions
        {
            Border = trial.Border,
            BorderValue = trial.Outside,
            Channels = trial.Channels,
            Instructions = widest,
        };
        Blur<T>(source, sourceStride, destination, destinationStride, trial, options);

        if (!trial.InPlace && !source.SequenceEqual(sourceBefore)) throw Wrong(trial, widest, "the source was changed");
        for (int y = 0; y < trial.Height; y++)
        {
            for (int i = 0; i < row; i++)
            {
                int x = i / trial.Channels;
                T found = destination[y * destinationStride + i];
                T untouched = trial.InPlace ? pixels[y * row + i] : sentinel;
                if (!oracle.Writes(y, x))
                {
                    if (found != untouched) throw Wrong(trial, widest, $"margin pixel y {y}, x {x} was written");
                }
                else if (!Right(found, oracle, y, x, i % trial.Channels, trial.Radius, out double wanted))
                {
                    throw Wrong(trial, widest, $"at y {y}, x {x}, channel {i % trial.Channels} found {found}, wanted {wanted:R}");
                }
            }
            int gap = y == trial.Height - 1 ? 0 : destinationStride - row;
            if (destination.Slice(y * destinationStride + row, gap).ContainsAnyExcept(sentinel))
                throw Wrong(trial, widest, $"the gap after row {y} was written");
        }
    }

    private static bool Right<T>(T found, BoxOracle<T> oracle, int y, int x, int channel, int radius, out double wanted)
        where T : unmanaged, INumber<T>
    {
        if (typeof(T) != typeof(float))
        {
            wanted = oracle.Rounded(y, x, channel);
            return double.CreateChecked(found) == wanted;
        }
        // The pixels are within -1000..1000, which bounds the window's largest magnitude from above.
        wanted = oracle.Sum(y, x, channel) / ((2.0 * radius + 1) * (2.0 * radius + 1));
        return Math.Abs(double.CreateChecked(found) - wanted) <= 10 * 1000 / (double)(1 << 24);
    }

    private static int Elements(BoxCase trial, int row, int stride) => trial.Height == 0 ? 0 : (trial.Height - 1) * stride + row;

    private static Span<T> View<T>(GuardedMemory memory) where T : unmanaged =>
        new(memory.Pointer, memory.Bytes / sizeof(T));

    private static void Blur<T>(Span<T> source, int sourceStride, Span<T> destination, int destinationStride, BoxCase trial,
        BoxBlurOptions options) where T : unmanaged
    {
        if (typeof(T) == typeof(byte))
            BoxBlur.Blur(MemoryMarshal.Cast<T, byte>(source), sourceStride, MemoryMarshal.Cast<T, byte>(destination), destinationStride,
                trial.Width, trial.Height, trial.Radius, options);
        else if (typeof(T) == typeof(ushort))
            BoxBlur.Blur(MemoryMarshal.Cast<T, ushort>(source), sourceStride, MemoryMarshal.Cast<T, ushort>(destination), destinationStride,
                trial.Width, trial.Height, trial.Radius, options);
        else
            BoxBlur.Blur(MemoryMarshal.Cast<T, float>(source), sourceStride, MemoryMarshal.Cast<T, float>(destination), destinationStride,
                trial.Width, trial.Height, trial.Radius, options);
    }

    /// <summary>Noise with runs of the extremes, where sums overflow and rounding is tightest.</summary>
    private static T[] Pixels<T>(int count, int seed) where T : unmanaged, INumber<T>
    {
        var random = new Random(seed);
        var pixels = new T[count];
        double low = typeof(T) == typeof(float) ? -1000 : 0, high = typeof(T) == typeof(byte) ? 255 : typeof(T) == typeof(ushort) ? 65535 : 1000;
        int run = 0;
        double extreme = low;
        for (int i = 0; i < count; i++)
        {
            if (run == 0 && random.Next(200) == 0) (run, extreme) = (random.Next(150), random.Next(2) == 0 ? low : high);
            double value = run > 0 ? extreme : low + random.NextDouble() * (high - low);
            if (run > 0) run--;
            pixels[i] = T.CreateTruncating(typeof(T) == typeof(float) ? value : Math.Round(value));
        }
        return pixels;
    }

    private static Exception Wrong(BoxCase trial, BoxInstructions widest, string what) =>
        new Xunit.Sdk.XunitException($"{trial} with {widest}: {what}.");
}
