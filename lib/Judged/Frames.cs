using System.Buffers.Binary;

namespace Judged;

/// <summary>
/// Frames of raw bytes over a pair of streams: one byte of kind, four of length (little endian), the content. Nothing in a frame is
/// believed before its length is checked. One reader and one writer at a time.
/// </summary>
/// <param name="mostBytes">The longest content that is read; a longer one ends the conversation.</param>
internal sealed class Frames(Stream input, Stream output, int mostBytes)
{
    private const int HeaderBytes = 5;

    private readonly byte[] _header = new byte[HeaderBytes];

    /// <exception cref="EndOfStreamException">The other side has closed its end, in the middle of a frame or between two.</exception>
    /// <exception cref="InvalidDataException">The frame has no known kind or is longer than agreed.</exception>
    public (FrameKind Kind, byte[] Content) Read()
    {
        input.ReadExactly(_header);
        var kind = (FrameKind)_header[0];
        int length = BinaryPrimitives.ReadInt32LittleEndian(_header.AsSpan(1));
        if (kind is < FrameKind.Load or > FrameKind.Gathered) throw new InvalidDataException($"A frame of kind {_header[0]} does not exist.");
        if (length < 0 || length > mostBytes) throw new InvalidDataException($"A frame of {(uint)length:N0} bytes is longer than the {mostBytes:N0} agreed.");
        var content = new byte[length];
        input.ReadExactly(content);
        return (kind, content);
    }

    public void Write(FrameKind kind, ReadOnlySpan<byte> content)
    {
        byte[] frame = new byte[HeaderBytes + content.Length];
        frame[0] = (byte)kind;
        BinaryPrimitives.WriteInt32LittleEndian(frame.AsSpan(1), content.Length);
        content.CopyTo(frame.AsSpan(HeaderBytes));
        output.Write(frame);
        output.Flush();
    }
}
