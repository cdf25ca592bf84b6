using System.Security.Cryptography;

namespace Grading.Batch;

/// <summary>What a run was started with; the same run goes on when it is started again.</summary>
/// <param name="Version">Of this form and of every line of the journal.</param>
public sealed record GradingRun(int Version, long Seed, DateTimeOffset Started, bool Unsafe)
{
    public const int CurrentVersion = 1;

    /// <summary>As many bits as every reader of JSON keeps, and more than anybody tries out.</summary>
    private const int SeedBits = 53;

    /// <summary>A seed that nobody can guess.</summary>
    public static long NewSeed() => (long)(BitConverter.ToUInt64(RandomNumberGenerator.GetBytes(sizeof(ulong))) >> (64 - SeedBits));
}
