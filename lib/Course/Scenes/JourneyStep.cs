namespace Course.Scenes;

/// <summary>One version of a program on its way to being fast.</summary>
/// <param name="Change">What changed since the version before, and why that should help.</param>
/// <param name="Milliseconds">Measured, for one run.</param>
/// <param name="Numbers">Other numbers to watch; every step names the same ones.</param>
public sealed record JourneyStep(string Name, string Change, string Code, double Milliseconds, params IReadOnlyList<Counter> Numbers);
