namespace Course.Tests;

internal static class RepositoryFiles
{
    /// <summary>A file or folder of the repository, found by walking up from the test's own folder.</summary>
    public static string Find(string relative)
    {
        for (DirectoryInfo? at = new(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            string path = Path.Combine(at.FullName, relative);
            if (Path.Exists(path)) return path;
        }
        throw new FileNotFoundException($"{relative} is not in this repository.");
    }
}
