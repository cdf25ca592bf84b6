using Checks;
using Course.Exercises.Files;
using Grading.Children;

namespace Grading.Judging;

/// <summary>One answer to be judged: the exercise, its files, the compiled answer, the launcher and the private seed.</summary>
internal sealed record Assignment(Exercise Exercise, ExerciseFile File, Form Answer, ILauncher Launcher, int Seed)
{
    public TimeSpan? Limit { get; init; }

    public ChildLimits Limits => Limit is { } shorter ? ChildLimits.Of(File.Limits) with { Time = shorter } : ChildLimits.Of(File.Limits);

    public JudgedChild Start(Form form) => JudgedChild.Start(Launcher, form.Image, Exercise.Entry, Limits);

    /// <summary>Random numbers that depend on the seed and on what they are for (FNV-1a).</summary>
    public Random RandomFor(string purpose) => RandomFor(Seed, purpose);

    public static Random RandomFor(int seed, string purpose) => new(unchecked((int)purpose.Aggregate(2166136261u ^ (uint)seed, (hash, c) => (hash ^ c) * 16777619u)));
}
