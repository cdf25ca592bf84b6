namespace Python;

/// <summary>What a piece of Python code gave.</summary>
/// <param name="Formats">What its last expression looks like, by MIME type, PNG in base64; empty when it has no value.</param>
public sealed record PythonResult(IReadOnlyDictionary<string, string> Formats)
{
    /// <summary>The <c>repr</c> of the last expression; null when it has no value.</summary>
    public string? Text => Formats.GetValueOrDefault("text/plain");
}
