namespace Kernel.Session;

/// <summary>Whether a text can run as it stands.</summary>
public enum Completeness
{
    Complete,

    /// <summary>More text must follow: a bracket, a string or a statement is open.</summary>
    Incomplete,

    /// <summary>No further text can make it valid.</summary>
    Invalid,
}
