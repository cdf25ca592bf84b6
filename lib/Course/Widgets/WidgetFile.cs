namespace Course.Widgets;

/// <summary>The scripts and style sheets that lie beside this class and are compiled into the library.</summary>
internal static class WidgetFile
{
    public static string Read(string name)
    {
        using Stream file = typeof(WidgetFile).Assembly.GetManifestResourceStream("widgets/" + name)
            ?? throw new FileNotFoundException($"The library was built without its widget file {name}.", name);
        using var reader = new StreamReader(file);
        return reader.ReadToEnd();
    }
}
