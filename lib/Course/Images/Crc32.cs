namespace Course.Images;

/// <summary>The checksum of PNG chunks: CRC-32 with the reflected polynomial EDB88320. Source: PNG specification, annex D.</summary>
internal static class Crc32
{
    private static readonly uint[] _table = BuildTable();

    /// <summary>The checksum of <paramref name="data"/> after bytes whose checksum is <paramref name="crc"/>; 0 to begin.</summary>
    public static uint Append(uint crc, ReadOnlySpan<byte> data)
    {
        crc = ~crc;
        foreach (byte b in data) crc = _table[(byte)(crc ^ b)] ^ (crc >> 8);
        return ~crc;
    }

    private static uint[] BuildTable()
    {
        var table = new uint[256];
        for (uint n = 0; n < table.Length; n++)
        {
            uint c = n;
            for (int bit = 0; bit < 8; bit++) c = (c & 1) != 0 ? 0xEDB88320 ^ (c >> 1) : c >> 1;
            table[n] = c;
        }
        return table;
    }
}
