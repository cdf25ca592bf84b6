using System.Reflection;
using System.Runtime.InteropServices;
using System.Runtime.Loader;

namespace Kernel.Session.Compiling;

/// <summary>
/// Where cells and the assemblies they reference live. The assemblies that kernel and course share are the kernel's own copies,
/// so that a picture made by the library is the type that the kernel knows.
/// </summary>
internal sealed class CellLoadContext(ShadowFolder shadows) : AssemblyLoadContext("cells")
{
    private static readonly Assembly[] Shared =
        [typeof(global::Display.MimeBundle).Assembly, typeof(global::Python.PythonProcess).Assembly, typeof(CellLoadContext).Assembly];

    private readonly Dictionary<string, string> _added = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<string> _folders = [];

    /// <summary>The kernel's own copy of an assembly that cells share with it, or null.</summary>
    public static Assembly? SharedCopy(string name) => Array.Find(Shared, assembly => assembly.GetName().Name == name);

    /// <param name="name">An assembly's simple name, not a path.</param>
    public static bool IsFramework(string name) => name == Path.GetFileName(name) && File.Exists(Path.Combine(FrameworkFolder, name + ".dll"));

    public static string FrameworkFolder { get; } = Path.GetDirectoryName(typeof(object).Assembly.Location)!;

    /// <summary>Makes an assembly and those beside it loadable.</summary>
    public void Add(string path)
    {
        _added[Path.GetFileNameWithoutExtension(path)] = path;
        AddNative(path);
    }

    /// <summary>Makes a native library, and those beside it, loadable.</summary>
    public void AddNative(string path)
    {
        string folder = Path.GetDirectoryName(path)!;
        if (!_folders.Contains(folder)) _folders.Add(folder);
    }

    /// <summary>The file that holds an assembly of this name, among those added and those beside them; null if none does.</summary>
    public string? Find(string name) =>
        _added.GetValueOrDefault(name) ?? _folders.Select(folder => Path.Combine(folder, name + ".dll")).FirstOrDefault(File.Exists);

    public Assembly Load(byte[] image, byte[] symbols) => LoadFromStream(new MemoryStream(image), new MemoryStream(symbols));

    protected override Assembly? Load(AssemblyName name)
    {
        if (name.Name is not { } simple) return null;
        if (SharedCopy(simple) is { } shared) return shared;
        if (IsFramework(simple)) return null;
        if (Find(simple) is { } path) return LoadFromAssemblyPath(shadows.CopyOf(path));
        return InOtherFrameworks(simple) is { } installed ? LoadFromAssemblyPath(installed) : null;
    }

    /// <summary>
    /// The assembly in a shared framework installed beside .NET's own, such as ASP.NET Core: a referenced library may need one that this
    /// process was not started with.
    /// </summary>
    private static string? InOtherFrameworks(string name)
    {
        var own = new DirectoryInfo(FrameworkFolder);
        if (own.Parent?.Parent is not { Exists: true } shared || name != Path.GetFileName(name)) return null;
        return shared.EnumerateDirectories().Where(framework => framework.FullName != own.Parent.FullName)
            .Select(framework => Path.Combine(framework.FullName, own.Name, name + ".dll")).FirstOrDefault(File.Exists);
    }

    protected override nint LoadUnmanagedDll(string name)
    {
        foreach (string folder in _folders.SelectMany(folder =>
            new[] { folder, Path.Combine(folder, "runtimes", RuntimeInformation.RuntimeIdentifier, "native") }))
        {
            foreach (string file in new[] { name, name + ".dll", $"lib{name}.so", $"lib{name}.dylib", name + ".so" })
                if (File.Exists(Path.Combine(folder, file))) return LoadUnmanagedDllFromPath(Path.Combine(folder, file));
        }
        return 0;
    }
}
