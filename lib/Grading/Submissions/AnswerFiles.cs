namespace Grading.Submissions;

/// <summary>
/// The files of a learner's folder that may hold answers: notebooks and C# files, at any depth down to six. Of a clone of the course only
/// the notebooks count, for its starters and what its runs left behind are no answers. Links and what cannot be opened are passed over.
/// </summary>
internal static class AnswerFiles
{
    private const int Deepest = 6;

    private static readonly EnumerationOptions WithoutLinks = new() { AttributesToSkip = FileAttributes.ReparsePoint };

    /// <summary>In the order of their paths.</summary>
    public static IEnumerable<FileInfo> In(DirectoryInfo learner) => Below(learner, Deepest).OrderBy(file => file.FullName, StringComparer.Ordinal);

    private static IEnumerable<FileInfo> Below(DirectoryInfo folder, int deeper)
    {
        if (File.Exists(Path.Combine(folder.FullName, "lib", "course.csx")))
            return Folders(folder).Where(each => each.Name == "notebooks").SelectMany(notebooks => notebooks.EnumerateFiles("*.ipynb", WithoutLinks)).Where(IsAnswer);
        IEnumerable<FileInfo> deeperOnes = deeper == 0 ? [] : Folders(folder).SelectMany(each => Below(each, deeper - 1));
        return folder.EnumerateFiles("*", WithoutLinks).Where(IsAnswer).Concat(deeperOnes);
    }

    /// <summary>Without Jupyter's checkpoints and other hidden folders, and without what a build leaves.</summary>
    private static IEnumerable<DirectoryInfo> Folders(DirectoryInfo folder) =>
        folder.EnumerateDirectories("*", WithoutLinks).Where(each => each.LinkTarget is null && !each.Name.StartsWith('.') && each.Name is not ("bin" or "obj"));

    private static bool IsAnswer(FileInfo file) => file.LinkTarget is null && file.Extension.ToLowerInvariant() is ".ipynb" or ".cs";
}
