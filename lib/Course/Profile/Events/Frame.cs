namespace Course.Profile.Events;

/// <summary>One call on a stack.</summary>
/// <param name="Method">Its readable name; see <see cref="FrameName"/>.</param>
/// <param name="Module">The assembly's name.</param>
/// <param name="Source">The line that was running or calling; null without symbols.</param>
public sealed record Frame(string Method, string Module, SourceLine? Source);
