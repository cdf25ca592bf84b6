using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;
using Display;

namespace Course.Profile.Events;

/// <summary>From a method's token and an offset in its IL to the line of source, by the portable PDB inside or beside the assembly, or of a notebook's cell.</summary>
public sealed class SourceLines : IDisposable
{
    private readonly Dictionary<string, MetadataReaderProvider?> _symbols = [];

    /// <param name="modulePath">The assembly's file, or the simple name of a cell's assembly.</param>
    /// <param name="ilOffset">In bytes; negative where unknown, and then the method's first line is meant.</param>
    /// <returns>Null where the assembly came without symbols.</returns>
    public SourceLine? Find(string modulePath, int methodToken, int ilOffset)
    {
        if ((methodToken >> 24) != 0x06) return null;
        if (!_symbols.TryGetValue(modulePath, out MetadataReaderProvider? provider)) _symbols[modulePath] = provider = Open(modulePath);
        if (provider is null) return null;
        MetadataReader reader = provider.GetMetadataReader();
        int row = methodToken & 0xFFFFFF;
        if (row == 0 || row > reader.MethodDebugInformation.Count) return null;
        SourceLine? line = null;
        foreach (SequencePoint point in reader.GetMethodDebugInformation(MetadataTokens.MethodDebugInformationHandle(row)).GetSequencePoints())
        {
            // TraceEvent names the last byte before the instruction, hence the one more.
            if (line is not null && point.Offset > ilOffset + 1) break;
            if (!point.IsHidden) line = new(reader.GetString(reader.GetDocument(point.Document).Name), point.StartLine);
        }
        return line;
    }

    public void Dispose()
    {
        foreach (MetadataReaderProvider? provider in _symbols.Values) provider?.Dispose();
    }

    private static MetadataReaderProvider? Open(string modulePath)
    {
        if (CellAssemblies.Find(Path.GetFileNameWithoutExtension(modulePath)) is { } cell)
            return MetadataReaderProvider.FromPortablePdbStream(new MemoryStream(cell.Symbols));
        if (!File.Exists(modulePath)) return null;
        try
        {
            using var image = new PEReader(File.OpenRead(modulePath));
            return image.TryOpenAssociatedPortablePdb(modulePath, path => File.Exists(path) ? new MemoryStream(File.ReadAllBytes(path)) : null, out MetadataReaderProvider? found, out _)
                ? found : null;
        }
        catch (Exception unreadable) when (unreadable is IOException or BadImageFormatException or UnauthorizedAccessException or InvalidOperationException)
        {
            return null;
        }
    }
}
