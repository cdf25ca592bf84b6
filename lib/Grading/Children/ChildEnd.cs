namespace Grading.Children;

/// <summary>Why a child is no longer there.</summary>
public enum ChildEnd
{
    /// <summary>It ended by itself in the middle of a request, or broke the protocol.</summary>
    Closed,
    Crash,
    Timeout,
    Memory,
    StackOverflow,
    Output,
}
