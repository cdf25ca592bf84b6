using Course.Exercises.Files;

namespace Grading.Children;

/// <summary>What a child may use.</summary>
/// <param name="Time">Of the processor, for each request; several times that on the wall.</param>
/// <param name="Processes">Threads count too.</param>
/// <param name="ErrorBytes">What it may write to its error stream; judged code has no business there.</param>
public readonly record struct ChildLimits(TimeSpan Time, long MemoryBytes, int Processes, int ErrorBytes = 1 << 20)
{
    /// <summary>Roslyn itself needs most of it.</summary>
    public static ChildLimits Compiler { get; } = new(TimeSpan.FromSeconds(10), 1L << 30, 64);

    public static ChildLimits Of(ExerciseLimits limits) => new(TimeSpan.FromSeconds(limits.Seconds), (long)limits.Megabytes << 20, limits.Threads);
}
