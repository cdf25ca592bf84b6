namespace Course.Images;

/// <summary>The data of consecutive IDAT chunks as one stream of compressed bytes; ends at the first chunk of another name.</summary>
internal sealed class PngDataStream(PngChunks chunks) : Stream
{
    private const int PresetDictionary = 0x20;
    private int _headerBytes;

    public override int Read(Span<byte> buffer)
    {
        if (buffer.IsEmpty) return 0;
        while (chunks.Name == "IDAT")
        {
            int count = chunks.Read(buffer);
            if (count > 0)
            {
                if (_headerBytes < 2) CheckHeader(buffer[..count]);
                return count;
            }
            chunks.Next();
        }
        return 0;
    }

    // The library answers a preset dictionary with an IOException, like a failing disk; so it is found here.
    private void CheckHeader(ReadOnlySpan<byte> data)
    {
        if (_headerBytes + data.Length >= 2 && (data[1 - _headerBytes] & PresetDictionary) != 0)
            throw chunks.Error("the compressed pixels are damaged: they ask for a preset dictionary, which PNG does not have.");
        _headerBytes += data.Length;
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
