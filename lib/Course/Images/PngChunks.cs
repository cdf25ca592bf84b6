using System.Buffers.Binary;
using System.Text;

namespace Course.Images;

/// <summary>The chunks of a PNG in order: length, name, data, checksum. Data is read once, and its checksum compared at its end.</summary>
internal sealed class PngChunks(ImageBytes bytes)
{
    private static readonly byte[] _skipped = new byte[4096];
    private uint _crc;
    private bool _checked = true;

    /// <summary>Four letters; a capital first letter means that no reader may skip the chunk.</summary>
    public string Name { get; private set; } = "";

    /// <summary>Where the chunk begins, in bytes from the start of the picture.</summary>
    public long Offset { get; private set; }

    /// <summary>Bytes of data not yet read.</summary>
    public int Left { get; private set; }

    public bool MayBeSkipped => char.IsAsciiLetterLower(Name[0]);

    public ImageFormatException Error(string problem, Exception? cause = null) => bytes.Error($"chunk {Name}", Offset, problem, cause);

    /// <summary>Moves on to the next chunk; what is left of the present one is checked and skipped.</summary>
    public void Next()
    {
        Finish();
        Span<byte> head = stackalloc byte[8];
        Offset = bytes.Position;
        bytes.Read(head, "chunk header");
        Span<byte> name = head[4..];
        foreach (byte letter in name)
            if (!char.IsAsciiLetter((char)letter))
                throw bytes.Error("chunk header", Offset, $"{Convert.ToHexString(name)} is no chunk name; the file is damaged.");
        Name = Encoding.ASCII.GetString(name);
        uint length = BinaryPrimitives.ReadUInt32BigEndian(head);
        if (length + 4L > bytes.Remaining)
            throw Error($"it promises {length} bytes, but the file ends {bytes.Remaining} bytes later; it was cut short or is damaged.");
        (Left, _crc, _checked) = ((int)length, Crc32.Append(0, name), false);
    }

    /// <summary>Skips the rest of the chunk's data and compares its checksum.</summary>
    public void Finish()
    {
        while (!_checked) Read(_skipped);
    }

    /// <summary>Reads as much of the chunk's data as fits; 0 at its end, when the checksum has been found right.</summary>
    public int Read(Span<byte> into)
    {
        if (_checked) return 0;
        if (Left == 0)
        {
            CompareChecksum();
            return 0;
        }
        into = into[..Math.Min(into.Length, Left)];
        bytes.Read(into, $"chunk {Name}");
        _crc = Crc32.Append(_crc, into);
        Left -= into.Length;
        return into.Length;
    }

    /// <summary>All of the chunk's data, which must be of a length within bounds.</summary>
    public byte[] ReadAll(int least, int most)
    {
        if (Left < least || Left > most)
            throw Error($"its length is {Left}, not {(least == most ? $"{least}" : $"{least} to {most}")}.");
        var data = new byte[Left];
        Read(data);
        Read(data);
        return data;
    }

    private void CompareChecksum()
    {
        Span<byte> stored = stackalloc byte[4];
        bytes.Read(stored, $"checksum of chunk {Name}");
        uint expected = BinaryPrimitives.ReadUInt32BigEndian(stored);
        if (_crc != expected) throw Error($"its checksum is {expected:X8} but its bytes give {_crc:X8}; the file is damaged.");
        _checked = true;
    }
}
