using Course.Profile.Events;

namespace Course.Profile.Sampling;

/// <param name="Method">The method's name in the source.</param>
/// <param name="Module">Its assembly.</param>
/// <param name="Own">Running time in the method itself, of all threads.</param>
/// <param name="Total">Running time in it and in what it called; a recursive call is counted once.</param>
/// <param name="Waiting">Waiting time in it and in what it called.</param>
/// <param name="HotLine">The line with the most own time, or the most total time where it has none; null without symbols.</param>
public readonly record struct MethodTime(string Method, string Module, TimeSpan Own, TimeSpan Total, TimeSpan Waiting, SourceLine? HotLine);
