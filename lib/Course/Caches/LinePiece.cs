namespace Course.Caches;

/// <summary>The part of an access that lies in one line.</summary>
public readonly record struct LinePiece(ulong Line, ulong Address, ulong Bytes)
{
    /// <summary>The first piece of [address, address + bytes).</summary>
    public static LinePiece First(CacheGeometry geometry, ulong address, ulong bytes)
    {
        ulong lineBytes = (ulong)geometry.LineBytes;
        return new LinePiece(geometry.LineOf(address), address, Math.Min(bytes, lineBytes - (address & (lineBytes - 1))));
    }
}
