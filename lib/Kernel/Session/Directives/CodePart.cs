namespace Kernel.Session.Directives;

/// <param name="Language">"csharp", "python", "html", …</param>
internal sealed record CodePart(string Language, string Text, int Line) : CellPart(Line)
{
    /// <summary>The code under as many empty lines as precede it in the cell, so that a compiler counts lines as the reader does.</summary>
    public string AtItsLine => new string('\n', Line - 1) + Text;
}
