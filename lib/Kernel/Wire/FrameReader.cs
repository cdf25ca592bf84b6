using System.Buffers.Binary;

namespace Kernel.Wire;

/// <summary>
/// Cuts a byte stream into ZMTP 3 frames: one octet of flags, a length of one or eight octets (network order), the body.
/// <see href="https://rfc.zeromq.org/spec/23/"/>
/// </summary>
public sealed class FrameReader(Stream stream)
{
    /// <summary>No notebook message is larger; a larger one is a mistake or an attack.</summary>
    public const int BodyLimitBytes = 256 << 20;

    private const byte MoreFlag = 1, LongFlag = 2, CommandFlag = 4;
    private const int FirstAllocationBytes = 64 << 10;

    private readonly byte[] _head = new byte[8];

    /// <summary>The next frame, or null where the stream ends between frames.</summary>
    /// <exception cref="WireException">The bytes are no frame.</exception>
    /// <exception cref="EndOfStreamException">The stream ends inside a frame.</exception>
    public async ValueTask<Frame?> ReadAsync(CancellationToken stop)
    {
        if (await stream.ReadAsync(_head.AsMemory(0, 1), stop) == 0) return null;
        byte flags = _head[0];
        bool isCommand = (flags & CommandFlag) != 0, more = (flags & MoreFlag) != 0, isLong = (flags & LongFlag) != 0;
        if (flags > 7 || (isCommand && more)) throw new WireException($"frame flags 0x{flags:x2}");

        await stream.ReadExactlyAsync(_head.AsMemory(0, isLong ? 8 : 1), stop);
        ulong length = isLong ? BinaryPrimitives.ReadUInt64BigEndian(_head) : _head[0];
        if (length > BodyLimitBytes) throw new WireException($"a frame of {length} bytes, limit {BodyLimitBytes}");
        return new Frame(isCommand, more, await ReadBodyAsync((int)length, stop));
    }

    // The length is only a claim: memory grows with the bytes that really come.
    private async ValueTask<byte[]> ReadBodyAsync(int length, CancellationToken stop)
    {
        byte[] body = new byte[Math.Min(length, FirstAllocationBytes)];
        int filled = 0;
        while (filled < length)
        {
            if (filled == body.Length) Array.Resize(ref body, (int)Math.Min(length, 2L * body.Length));
            int count = await stream.ReadAsync(body.AsMemory(filled), stop);
            if (count == 0) throw new EndOfStreamException();
            filled += count;
        }

        return body;
    }
}
