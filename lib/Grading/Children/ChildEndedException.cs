namespace Grading.Children;

/// <summary>A child did not answer a request, because it is gone or because it broke the protocol and was ended.</summary>
public sealed class ChildEndedException(ChildEnd end, string message, Exception? inner = null) : Exception(message, inner)
{
    public ChildEnd End { get; } = end;

    /// <summary>The first line of its error stream; of a sandbox that could not be started, why.</summary>
    public string Said { get; init; } = "";
}
