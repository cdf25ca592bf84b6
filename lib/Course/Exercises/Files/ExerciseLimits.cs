namespace Course.Exercises.Files;

/// <summary>What one process of judged code may use.</summary>
public sealed record ExerciseLimits
{
    /// <summary>For each request to it: one case, one measured run.</summary>
    public double Seconds { get; init; } = 5;

    public int Megabytes { get; init; } = 256;

    /// <summary>Threads and processes together; the runtime itself needs about twenty.</summary>
    public int Threads { get; init; } = 64;
}
