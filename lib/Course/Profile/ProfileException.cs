namespace Course.Profile;

/// <summary>A profiler cannot do what it was asked; the message says why and what to do instead.</summary>
public sealed class ProfileException(string message, Exception? inner = null) : Exception(message, inner);
