namespace Grading.Batch;

/// <summary>Files that appear whole: written under another name beside their place, then renamed onto it.</summary>
internal static class ReportFile
{
    public static void Write(string path, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        string temporary = $"{path}.{Path.GetRandomFileName()}";
        File.WriteAllText(temporary, text);
        File.Move(temporary, path, overwrite: true);
    }
}
