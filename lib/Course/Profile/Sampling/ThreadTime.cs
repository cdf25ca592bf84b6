namespace Course.Profile.Sampling;

/// <param name="Id">The operating system's thread id.</param>
/// <param name="Name">Its name, on Linux the first fifteen characters; empty where unknown.</param>
/// <param name="Running">Time at work in .NET code or in native code that it called.</param>
/// <param name="Waiting">Time asleep, blocked, or idle.</param>
/// <param name="Processor">Time on a processor by the kernel's own count: a check on <paramref name="Running"/>. Null where it is not known.</param>
public readonly record struct ThreadTime(int Id, string Name, TimeSpan Running, TimeSpan Waiting, TimeSpan? Processor);
