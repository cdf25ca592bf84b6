namespace Course.Images;

/// <summary>The data of consecutive IDAT chunks as one stream of compressed bytes; ends at the first chunk of another name.</summary>
internal sealed class PngDataStream(PngChunks chunks) : Stream
{
    public override int Read(Span<byte> buffer)
    {
        if (buffer.IsEmpty) return 0;
        while (chunks.Name == "IDAT")
        {
            int count = chunks.Read(buffer);
            if (count > 0) return count;
            chunks.Next();
        }
        return 0;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override bool CanRead => true;
    public override bool CanSeek => false;
    public override bool CanWrite => false;
    public override long Length => throw new NotSupportedException();
    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }
    public override void Flush() { }
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
    public override void SetLength(long value) => throw new NotSupportedException();
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
