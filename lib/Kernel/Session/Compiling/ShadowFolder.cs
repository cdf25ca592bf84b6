namespace Kernel.Session.Compiling;

/// <summary>
/// Copies of referenced assemblies, in a folder of this process, so that the originals can be rebuilt while a kernel uses them.
/// Folders of processes that ended without cleaning up are removed by the next one.
/// </summary>
internal sealed class ShadowFolder : IDisposable
{
    private const string Prefix = "course-kernel-";
    private readonly Lock _gate = new();
    private readonly Dictionary<string, string> _copies = new(StringComparer.Ordinal);
    private string? _root;

    /// <summary>The copy of <paramref name="original"/>, with its symbols beside it; made at the first call.</summary>
    public string CopyOf(string original)
    {
        lock (_gate)
        {
            if (_copies.TryGetValue(original, out string? copy)) return copy;
            _root ??= Create();
            string folder = Directory.CreateDirectory(Path.Combine(_root, _copies.Count.ToString())).FullName;
            copy = Path.Combine(folder, Path.GetFileName(original));
            File.Copy(original, copy);
            string symbols = Path.ChangeExtension(original, ".pdb");
            if (File.Exists(symbols)) File.Copy(symbols, Path.ChangeExtension(copy, ".pdb"));
            return _copies[original] = copy;
        }
    }

    /// <summary>Whether the file has been rebuilt since it was copied.</summary>
    public bool IsStale(string original)
    {
        lock (_gate)
            return _copies.TryGetValue(original, out string? copy) && File.Exists(original)
                && (new FileInfo(original).Length != new FileInfo(copy).Length || File.GetLastWriteTimeUtc(original) != File.GetLastWriteTimeUtc(copy));
    }

    public void Dispose() => Remove(_root);

    private string Create()
    {
        foreach (string folder in Directory.EnumerateDirectories(Path.GetTempPath(), Prefix + "*"))
        {
            string owner = Path.GetFileName(folder)[Prefix.Length..].Split('-')[0];
            if (int.TryParse(owner, out int id) && !IsAlive(id)) Remove(folder);
        }
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Dispose();
        return Directory.CreateTempSubdirectory($"{Prefix}{Environment.ProcessId}-").FullName;
    }

    private static bool IsAlive(int id)
    {
        try
        {
            using var process = System.Diagnostics.Process.GetProcessById(id);
            return true;
        }
        catch (ArgumentException) { return false; }
    }

    private static void Remove(string? folder)
    {
        try
        {
            if (folder is not null) Directory.Delete(folder, recursive: true);
        }
        catch (Exception locked) when (locked is IOException or UnauthorizedAccessException) { }
    }
}
