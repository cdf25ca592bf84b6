namespace Course.Patterns.Batch;

/// <summary>What the archive knows of one picture.</summary>
public sealed record PictureFacts(string Name, string Place, int Year);
