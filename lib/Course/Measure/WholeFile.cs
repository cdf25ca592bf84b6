namespace Course.Measure;

/// <summary>Writes a file whole or not at all: under a temporary name first, then renamed, so that a reader never finds half of it.</summary>
public static class WholeFile
{
    /// <summary>Creates the folder if there is none, and replaces the file if there is one.</summary>
    public static void Write(string path, string text)
    {
        path = Path.GetFullPath(path);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        string unfinished = $"{path}.{Environment.ProcessId}.part";
        try
        {
            File.WriteAllText(unfinished, text);
            File.Move(unfinished, path, overwrite: true);
        }
        finally
        {
            File.Delete(unfinished);
        }
    }
}
