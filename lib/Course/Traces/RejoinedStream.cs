namespace Course.Traces;

/// <summary>
/// Bytes already taken from a stream, then the rest of it: what a look at the first bytes needs to undo itself.
/// Remembers the last four bytes given, where gzip keeps the length of what it packed.
/// </summary>
internal sealed class RejoinedStream(byte[] taken, Stream rest) : Stream
{
    private int _given;

    /// <summary>The last four bytes as a little-endian number.</summary>
    public uint LastFourBytes { get; private set; }

    public override bool CanRead => true;
    public override bool CanSeek => false;
    public override bool CanWrite => false;
    public override long Length => throw new NotSupportedException();
    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public override int Read(Span<byte> buffer)
    {
        int count = Math.Min(taken.Length - _given, buffer.Length);
        if (count == 0)
        {
            count = rest.Read(buffer);
        }
        else
        {
            taken.AsSpan(_given, count).CopyTo(buffer);
            _given += count;
        }
        foreach (byte last in buffer[Math.Max(0, count - 4)..count]) LastFourBytes = LastFourBytes >> 8 | (uint)last << 24;
        return count;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));
    public override void Flush() { }
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
    public override void SetLength(long value) => throw new NotSupportedException();
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
