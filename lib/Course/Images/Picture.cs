namespace Course.Images;

/// <summary>
/// A picture of 1 to 4 interleaved byte channels: grey, grey + alpha, RGB, or RGBA. A thin name over one plane of samples with
/// shape <c>[height, stride]</c>, where a row holds <c>Width * Channels</c> bytes: <c>Samples[y, x * Channels + c]</c>.
/// Alpha is straight (not multiplied in), 255 opaque.
/// </summary>
public sealed class Picture
{
    // Rec. 601 luma in 16-bit fixed point; the three sum to 65536, so grey stays grey exactly.
    private const int RedWeight = 19595, GreenWeight = 38470, BlueWeight = 7471;

    /// <exception cref="ArgumentOutOfRangeException">A negative size, channels outside 1 to 4, or more bytes than one array holds.</exception>
    public Picture(int width, int height, int channels)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(width);
        ArgumentOutOfRangeException.ThrowIfLessThan(channels, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(channels, 4);
        long rowBytes = (long)width * channels;
        ArgumentOutOfRangeException.ThrowIfGreaterThan(rowBytes, Array.MaxLength, nameof(width));
        (Width, Channels, Samples) = (width, channels, new Plane<byte>((int)rowBytes, height));
    }

    private Picture(Plane<byte> grey) => (Width, Channels, Samples) = (grey.Width, 1, grey);

    public int Width { get; }
    public int Height => Samples.Height;

    /// <summary>Bytes of one pixel: 1 grey, 2 grey + alpha, 3 RGB, 4 RGBA.</summary>
    public int Channels { get; }

    /// <summary>The bytes themselves, not a copy.</summary>
    public Plane<byte> Samples { get; }

    /// <summary>Whether the last channel is alpha.</summary>
    public bool HasAlpha => Channels is 2 or 4;

    /// <summary>The plane seen as a grey picture; both share the same pixels.</summary>
    public static implicit operator Picture(Plane<byte> grey) => new(grey);

    /// <summary>
    /// A new grey plane. Grey is copied; colour becomes <c>(19595 R + 38470 G + 7471 B + 32768) &gt;&gt; 16</c>, the Rec. 601 weights
    /// 0.299, 0.587 and 0.114 rounded to nearest (the same integers as Pillow's <c>convert("L")</c>). Alpha is left out.
    /// </summary>
    public Plane<byte> ToGrey()
    {
        var grey = new Plane<byte>(Width, Height);
        for (int y = 0; y < Height; y++)
        {
            Span<byte> from = Samples.Row(y), to = grey.Row(y);
            if (Channels == 2)
                for (int x = 0; x < to.Length; x++) to[x] = from[2 * x];
            else if (Channels >= 3)
                for (int x = 0, at = 0; x < to.Length; x++, at += Channels)
                    to[x] = (byte)((RedWeight * from[at] + GreenWeight * from[at + 1] + BlueWeight * from[at + 2] + 32768) >> 16);
            else from.CopyTo(to);
        }
        return grey;
    }
}
