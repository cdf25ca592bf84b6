namespace Kernel.Session.Directives;

/// <summary>Files that notebooks name: relative to the notebook's folder, then to the file that names them.</summary>
internal static class NotebookPath
{
    public static string? Find(string path, string? importedFrom)
    {
        IEnumerable<string> candidates = [Path.GetFullPath(path)];
        if (importedFrom is not null) candidates = candidates.Append(Path.GetFullPath(path, Path.GetDirectoryName(importedFrom)!));
        return path.Length == 0 ? null : candidates.FirstOrDefault(File.Exists);
    }

    public static string Places(string? importedFrom) =>
        importedFrom is null ? Directory.GetCurrentDirectory() : $"{Directory.GetCurrentDirectory()} and {Path.GetDirectoryName(importedFrom)}";
}
