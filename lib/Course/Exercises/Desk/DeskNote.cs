using Display;

namespace Course.Exercises.Desk;

/// <summary>A text of the course in answer to a cell: a hint, a solution, a starter.</summary>
[TypeFormatterSource(typeof(DisplayableFormatters), PreferredMimeTypes = ["text/markdown", "text/plain"])]
public sealed class DeskNote(string markdown) : IDisplayable
{
    public MimeBundle ToBundle() => new MimeBundle().Add("text/markdown", markdown).Add("text/plain", markdown);

    public override string ToString() => markdown;

    internal static DeskNote Code(string before, string source, string after = "") => new($"{before}\n\n```csharp\n{source.Trim()}\n```\n\n{after}".Trim());
}
