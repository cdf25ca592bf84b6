namespace Cli;

/// <summary>The clone that holds the notebooks: found upwards from the working directory, else from the program's own folder.</summary>
internal sealed class CourseFolder
{
    private CourseFolder(string root) => Root = root;

    public string Root { get; }

    public string Notebooks => Path.Combine(Root, "notebooks");

    /// <exception cref="CommandException">Neither the working directory nor the program lies in a clone of the course.</exception>
    public static CourseFolder Find() => Above(Environment.CurrentDirectory) ?? BuiltHere
        ?? throw new CommandException("No course found here. Change into the folder that holds Course.sln and notebooks/, then try again.");

    /// <summary>The clone whose build this program is; null for a published one.</summary>
    public static CourseFolder? BuiltHere => Above(AppContext.BaseDirectory);

    private static CourseFolder? Above(string start)
    {
        for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "lib", "course.csx"))) return new CourseFolder(folder.FullName);
        return null;
    }

    /// <summary>The notebooks in the course's order, or those the reader named: by file name, with or without ending, or by a prefix such as "01".</summary>
    /// <exception cref="CommandException">A name fits no notebook, or more than one.</exception>
    public IReadOnlyList<string> NotebooksNamed(IReadOnlyList<string> names)
    {
        string[] all = [.. Directory.EnumerateFiles(Notebooks, "*.ipynb").Order(StringComparer.Ordinal)];
        if (names.Count == 0) return all;
        return [.. names.Select(name => One(name, all)).Distinct()];
    }

    private static string One(string name, string[] all)
    {
        string wanted = Path.GetFileNameWithoutExtension(name);
        string[] fits = [.. all.Where(file => Path.GetFileNameWithoutExtension(file) == wanted)];
        if (fits.Length == 0) fits = [.. all.Where(file => Path.GetFileName(file).StartsWith(wanted, StringComparison.OrdinalIgnoreCase))];
        string known = string.Join(", ", all.Select(Path.GetFileNameWithoutExtension));
        return fits switch
        {
            [var one] => one,
            [] => throw new CommandException($"There is no notebook '{name}'. The notebooks are: {known}."),
            _ => throw new CommandException($"'{name}' fits several notebooks: {string.Join(", ", fits.Select(Path.GetFileNameWithoutExtension))}. Write more of the name."),
        };
    }
}
