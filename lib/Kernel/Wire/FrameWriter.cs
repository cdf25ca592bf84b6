using System.Buffers.Binary;

namespace Kernel.Wire;

/// <summary>Turns messages and commands into the bytes of ZMTP 3 frames.</summary>
public static class FrameWriter
{
    private const byte MoreFlag = 1, LongFlag = 2, CommandFlag = 4;

    /// <summary>All parts of one message, ready to be sent in one write.</summary>
    public static byte[] Message(IReadOnlyList<byte[]> parts)
    {
        byte[] bytes = new byte[parts.Sum(part => HeadBytes(part) + part.Length)];
        int at = 0;
        for (int i = 0; i < parts.Count; i++)
            at += Write(bytes.AsSpan(at), i + 1 < parts.Count ? MoreFlag : (byte)0, parts[i]);
        return bytes;
    }

    public static byte[] Command(byte[] body)
    {
        byte[] bytes = new byte[HeadBytes(body) + body.Length];
        Write(bytes, CommandFlag, body);
        return bytes;
    }

    private static int HeadBytes(byte[] body) => body.Length > byte.MaxValue ? 9 : 2;

    private static int Write(Span<byte> target, byte flags, byte[] body)
    {
        int head = HeadBytes(body);
        target[0] = head == 9 ? (byte)(flags | LongFlag) : flags;
        if (head == 9) BinaryPrimitives.WriteUInt64BigEndian(target[1..], (ulong)body.Length);
        else target[1] = (byte)body.Length;
        body.CopyTo(target[head..]);
        return head + body.Length;
    }
}
