namespace Cli.Doctor;

/// <summary>One thing the course can use: what this machine has of it and, where it lacks it, what to do.</summary>
/// <param name="Remedy">Null when nothing is missing.</param>
internal readonly record struct Finding(string Name, string Here, string? Remedy = null);
