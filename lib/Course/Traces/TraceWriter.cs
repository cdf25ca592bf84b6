using System.Buffers.Text;
using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace Course.Traces;

/// <summary>Writes traces as text that valgrind's readers, cachelab and Dinero understand.</summary>
public static class TraceWriter
{
    /// <summary>Writes a file, gzipped when its name ends in <c>.gz</c>. An existing file is replaced only once all is written.</summary>
    public static void Save(Trace trace, string path, TraceFormat? format = null)
    {
        string half = path + ".tmp";
        using (FileStream file = File.Create(half))
        {
            using Stream stream = path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? new GZipStream(file, CompressionLevel.Optimal) : file;
            Write(trace, stream, format ?? TraceReader.FormatOf(path));
        }
        File.Move(half, path, overwrite: true);
    }

    /// <summary>Din has no word for a modification: it becomes a read and a write. Names of arrays and loops go into lackey text only.</summary>
    public static void Write(Trace trace, Stream stream, TraceFormat format = TraceFormat.Lackey)
    {
        using var buffered = new BufferedStream(stream, 1 << 16);
        if (format == TraceFormat.Lackey) WriteArrays(trace, buffered);
        Span<byte> line = stackalloc byte[64];
        byte loop = 0;
        foreach (ref readonly Access access in trace.Accesses)
        {
            if (format == TraceFormat.Lackey)
            {
                if (access.Loop != loop)
                {
                    loop = access.Loop;
                    WriteText(buffered, loop == 0 ? "== loop\n" : $"== loop {trace.Loops[loop]}\n");
                }
                WriteLine(buffered, line, access.Kind switch { AccessKind.Load => " L "u8, AccessKind.Store => " S "u8, AccessKind.Modify => " M "u8, _ => "I  "u8 }, access, (byte)',');
                continue;
            }
            if (access.Kind is AccessKind.Load or AccessKind.Modify) WriteLine(buffered, line, "r "u8, access, (byte)' ');
            if (access.Kind is AccessKind.Store or AccessKind.Modify) WriteLine(buffered, line, "w "u8, access, (byte)' ');
            if (access.Kind is AccessKind.Instruction) WriteLine(buffered, line, "i "u8, access, (byte)' ');
        }
    }

    private static void WriteLine(Stream stream, Span<byte> line, ReadOnlySpan<byte> head, Access access, byte separator)
    {
        head.CopyTo(line);
        int length = head.Length;
        Utf8Formatter.TryFormat(access.Address, line[length..], out int written, new System.Buffers.StandardFormat('x'));
        length += written;
        line[length++] = separator;
        Utf8Formatter.TryFormat(access.Size, line[length..], out written);
        length += written;
        line[length++] = (byte)'\n';
        stream.Write(line[..length]);
    }

    private static void WriteArrays(Trace trace, Stream stream)
    {
        foreach (ArrayRegion array in trace.Arrays.Skip(1))
        {
            WriteText(stream, string.Create(CultureInfo.InvariantCulture, $"== array {array.Address:x},{array.Bytes},{array.ElementBytes},{array.PitchBytes} {array.Name}\n"));
            foreach (ArrayField field in array.Fields ?? [])
                WriteText(stream, string.Create(CultureInfo.InvariantCulture, $"== field {field.Offset},{field.Bytes} {field.Name}\n"));
        }
    }

    private static void WriteText(Stream stream, string text) => stream.Write(Encoding.UTF8.GetBytes(text));
}
