namespace Notebooks;

/// <summary>A file is not a notebook that this library reads; the message says what is wrong, where, and what helps.</summary>
public sealed class NotebookFormatException(string message, Exception? inner = null) : FormatException(message, inner);
