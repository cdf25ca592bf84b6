namespace Course.Images;

/// <summary>
/// A file that is not a picture this library can read: damaged, cut short, too large, empty, or of another kind. The message names
/// the file where it is known, the part, the byte offset, and what is wrong.
/// </summary>
public sealed class ImageFormatException : Exception
{
    internal ImageFormatException(string? fileName, string part, long offset, string problem, Exception? cause = null)
        : base($"{fileName ?? "the picture"}: {part} at byte {offset}: {problem}", cause) =>
        (FileName, Part, Offset) = (fileName, part, offset);

    /// <summary>The file as the caller named it, or null for an unnamed stream.</summary>
    public string? FileName { get; }

    /// <summary>The part of the file, e.g. "chunk IDAT" or "header".</summary>
    public string Part { get; }

    /// <summary>Bytes from the start of the picture to where that part begins or fails.</summary>
    public long Offset { get; }
}
