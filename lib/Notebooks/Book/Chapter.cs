using System.Text.RegularExpressions;

namespace Notebooks.Book;

/// <summary>One notebook of the book.</summary>
/// <param name="Name">The file name without its ending, which names the page: <c>01-a-slow-blur</c>.</param>
/// <param name="Notebook">The executed notebook.</param>
/// <param name="Folder">Where the notebook's file lies; pictures that its prose links to are copied from there.</param>
public sealed partial record Chapter(string Name, Notebook Notebook, string Folder)
{
    /// <summary>The notebook's own heading, without the number that the book sets itself: "1 · A slow blur" is "A slow blur".</summary>
    public string Title => NumberBefore().Replace(Notebook.Title ?? Name, "");

    internal string Page => Name + ".html";

    /// <summary>"1" for <c>01-a-slow-blur</c>; empty where the name has no number.</summary>
    internal string Number => Name.IndexOf('-') is > 0 and var dash && int.TryParse(Name.AsSpan(0, dash), out int number) ? number.ToString() : "";

    [GeneratedRegex(@"^\d+ · ")]
    private static partial Regex NumberBefore();
}
