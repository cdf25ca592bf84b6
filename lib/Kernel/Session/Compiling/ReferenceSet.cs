using System.Collections.Immutable;
using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using Microsoft.CodeAnalysis;

namespace Kernel.Session.Compiling;

/// <summary>What cells can name: the framework, the kernel's own cell commands, and what <c>#r</c> added.</summary>
internal sealed class ReferenceSet : MetadataReferenceResolver
{
    private readonly ShadowFolder _shadows;
    private readonly CellLoadContext _context;
    private readonly Dictionary<string, MetadataReference> _byName = new(StringComparer.OrdinalIgnoreCase);

    public ReferenceSet(ShadowFolder shadows, CellLoadContext context)
    {
        (_shadows, _context) = (shadows, context);
        string trusted = (string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!;
        // Not shared between sessions: two that start at once would each give the compiler a type called string, and a later cell meets both.
        foreach (string path in trusted.Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries))
            if (Path.GetDirectoryName(path) == CellLoadContext.FrameworkFolder) _byName[Path.GetFileNameWithoutExtension(path)] = MetadataReference.CreateFromFile(path);
        foreach (string shared in new[] { "Display", "Python", "course-kernel" }) AddShared(shared);
        All = [.. _byName.Values];
    }

    public ImmutableArray<MetadataReference> All { get; private set; }

    /// <summary>Original files of what <c>#r</c> added, for the documentation beside them.</summary>
    public IReadOnlyCollection<string> Files => _files;

    private readonly HashSet<string> _files = [];

    /// <summary>Adds an assembly and those it names directly that lie beside it.</summary>
    /// <returns>Null, or a sentence for the reader.</returns>
    /// <exception cref="BadImageFormatException">The file is not a .NET assembly.</exception>
    public string? Add(string path)
    {
        string name = Path.GetFileNameWithoutExtension(path);
        if (_byName.ContainsKey(name))
            return _shadows.IsStale(path) ? $"{name}.dll has changed since this kernel loaded it; restart the kernel to use the new build." : null;
        IReadOnlyList<string> named = NamesIn(path);
        _context.Add(path);
        AddFile(name, path);
        foreach (string dependency in named)
            if (!_byName.ContainsKey(dependency) && !AddShared(dependency) && _context.Find(dependency) is { } beside) AddFile(dependency, beside);
        All = [.. _byName.Values];
        return null;
    }

    /// <summary>Makes a native library, and those beside it, loadable.</summary>
    public void AddNative(string path) => _context.AddNative(path);

    public override bool ResolveMissingAssemblies => true;

    public override PortableExecutableReference? ResolveMissingAssembly(MetadataReference definition, AssemblyIdentity identity) =>
        _context.Find(identity.Name) is { } path ? MetadataReference.CreateFromFile(_shadows.CopyOf(path)) : null;

    public override ImmutableArray<PortableExecutableReference> ResolveReference(string reference, string? baseFilePath, MetadataReferenceProperties properties) => [];

    public override bool Equals(object? other) => ReferenceEquals(this, other);

    public override int GetHashCode() => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(this);

    private void AddFile(string name, string path)
    {
        _byName[name] = MetadataReference.CreateFromFile(_shadows.CopyOf(path));
        _files.Add(path);
    }

    private bool AddShared(string name)
    {
        if (CellLoadContext.SharedCopy(name) is not { } assembly) return false;
        _byName.TryAdd(name, MetadataReference.CreateFromFile(assembly.Location));
        _files.Add(assembly.Location);
        return true;
    }

    private static IReadOnlyList<string> NamesIn(string path)
    {
        using var file = new PEReader(File.OpenRead(path));
        if (!file.HasMetadata) throw new BadImageFormatException($"{path} is not a .NET assembly.");
        MetadataReader metadata = file.GetMetadataReader();
        if (!metadata.IsAssembly) throw new BadImageFormatException($"{path} is not a .NET assembly.");
        return [.. metadata.AssemblyReferences.Select(handle => metadata.GetString(metadata.GetAssemblyReference(handle).Name))];
    }
}
