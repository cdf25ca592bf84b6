using System.Collections.Concurrent;

namespace Display;

/// <summary>
/// The compiled form of every cell of this process. The kernel stores it; profilers and disassemblers read it, because an
/// assembly that was loaded from memory has no file to open.
/// </summary>
public static class CellAssemblies
{
    private static readonly ConcurrentDictionary<string, (byte[] Image, byte[] Symbols)> ByName = new();

    /// <param name="assemblyName">The assembly's simple name, ASCII.</param>
    /// <param name="image">The PE file.</param>
    /// <param name="symbols">Its portable PDB, whose documents are called <c>cell 3</c>.</param>
    public static void Store(string assemblyName, byte[] image, byte[] symbols) => ByName[assemblyName] = (image, symbols);

    /// <summary>PE file and portable PDB of a cell's assembly; null for an assembly that is no cell's.</summary>
    public static (byte[] Image, byte[] Symbols)? Find(string assemblyName) => ByName.TryGetValue(assemblyName, out var found) ? found : null;
}
