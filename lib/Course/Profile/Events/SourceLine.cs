namespace Course.Profile.Events;

/// <param name="Document">The source file's full path, or <c>cell 3</c>.</param>
/// <param name="Line">Counted from 1.</param>
public readonly record struct SourceLine(string Document, int Line)
{
    /// <summary>File name and line.</summary>
    public override string ToString() => $"{Document[(Document.LastIndexOfAny(['/', '\\']) + 1)..]}:{Line}";
}
