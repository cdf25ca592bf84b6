using System.Buffers.Binary;

namespace Course.Images;

/// <summary>Turns the bytes of a PNG row, filters undone, into the 8-bit samples of a picture.</summary>
internal sealed class PngPixels
{
    private readonly PngHeader _header;
    private readonly PngChunks _chunks;
    private readonly int _paletteEntries;

    // One entry per palette index, Channels bytes each; or the one transparent colour, as raw samples.
    private readonly byte[] _entries = [];
    private readonly ushort[] _transparentColour = [];

    private ushort[] _raw = [];

    public PngPixels(PngHeader header, byte[]? palette, byte[]? transparency, PngChunks chunks)
    {
        (_header, _chunks) = (header, chunks);
        Channels = (header.Colour == PngColour.Palette ? 3 : header.Samples) + (transparency is null ? 0 : 1);
        if (header.Colour == PngColour.Palette)
        {
            _paletteEntries = palette!.Length / 3;
            _entries = new byte[_paletteEntries * Channels];
            for (int entry = 0; entry < _paletteEntries; entry++)
            {
                palette.AsSpan(3 * entry, 3).CopyTo(_entries.AsSpan(entry * Channels));
                if (transparency is not null)
                    _entries[entry * Channels + 3] = entry < transparency.Length ? transparency[entry] : (byte)255;
            }
        }
        else if (transparency is not null)
        {
            _transparentColour = new ushort[header.Samples];
            for (int s = 0; s < header.Samples; s++)
                _transparentColour[s] = BinaryPrimitives.ReadUInt16BigEndian(transparency.AsSpan(2 * s));
        }
    }

    /// <summary>Bytes of a pixel in the picture: transparency adds one.</summary>
    public int Channels { get; }

    /// <summary>Puts <paramref name="count"/> pixels into a row of the picture, at columns x, x + step, x + 2 step and so on.</summary>
    public void Place(ReadOnlySpan<byte> row, int count, Span<byte> into, int x, int step)
    {
        bool asStored = _header is { BitDepth: 8, Colour: not PngColour.Palette } && _transparentColour.Length == 0 && step == 1;
        if (asStored) row.CopyTo(into);
        else if (_header.Colour == PngColour.Palette) PlaceEntries(Unpack(row, count), into, x, step);
        else PlaceSamples(Unpack(row, count * _header.Samples), into, x, step);
    }

    /// <summary>The samples as numbers of 1 to 16 bits; within a byte the first pixel has the highest bits.</summary>
    private ReadOnlySpan<ushort> Unpack(ReadOnlySpan<byte> row, int count)
    {
        if (_raw.Length < count) _raw = new ushort[count];
        Span<ushort> raw = _raw.AsSpan(0, count);
        int depth = _header.BitDepth;
        if (depth == 16) for (int i = 0; i < count; i++) raw[i] = BinaryPrimitives.ReadUInt16BigEndian(row[(2 * i)..]);
        else if (depth == 8) for (int i = 0; i < count; i++) raw[i] = row[i];
        else
        {
            int perByte = 8 / depth, mask = (1 << depth) - 1;
            for (int i = 0; i < count; i++) raw[i] = (ushort)(row[i / perByte] >> (8 - depth - i % perByte * depth) & mask);
        }
        return raw;
    }

    private void PlaceEntries(ReadOnlySpan<ushort> raw, Span<byte> into, int x, int step)
    {
        foreach (ushort entry in raw)
        {
            if (entry >= _paletteEntries) throw _chunks.Error($"a pixel has palette entry {entry}, but there are {_paletteEntries}.");
            _entries.AsSpan(entry * Channels, Channels).CopyTo(into[(x * Channels)..]);
            x += step;
        }
    }

    private void PlaceSamples(ReadOnlySpan<ushort> raw, Span<byte> into, int x, int step)
    {
        int samples = _header.Samples;
        int max = (1 << _header.BitDepth) - 1;
        for (; !raw.IsEmpty; raw = raw[samples..], x += step)
        {
            Span<byte> pixel = into.Slice(x * Channels, Channels);
            // To nearest; no ties exist, because the largest value is odd.
            for (int s = 0; s < samples; s++) pixel[s] = (byte)((raw[s] * 255 + max / 2) / max);
            if (_transparentColour.Length > 0)
                pixel[samples] = raw[..samples].SequenceEqual(_transparentColour) ? (byte)0 : (byte)255;
        }
    }
}
