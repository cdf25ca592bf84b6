using Course.Caches;

namespace Checks;

/// <summary>Something that is counted or timed beside being right. How much is good enough stands in exercise.json.</summary>
/// <param name="Name">As in exercise.json, in wrong/*.cs and in verdicts: one word.</param>
/// <param name="At">The call that is measured; its result is verified too.</param>
public abstract record Criterion(string Name, Func<Random, Call> At)
{
    /// <summary>Bytes allocated for each call after the first ones, by all threads; counted in the child, twice.</summary>
    public sealed record Allocation(Func<Random, Call> At) : Criterion("allocation", At);

    /// <summary>Misses of a simulated cache, from accesses that the judge itself answers. Inputs of at most 32 x 32 elements.</summary>
    /// <param name="ElementBytes">What one element of a grid or counted array takes in the simulated memory.</param>
    public sealed record Misses(Func<Random, Call> At, CacheConfiguration Cache, int ElementBytes) : Criterion("misses", At);

    /// <summary>Reads and writes of grids and counted arrays, and calls of functions; each is a question to the judge.</summary>
    public sealed record Operations(Func<Random, Call> At) : Criterion("operations", At);

    /// <summary>How many times as fast as the naive form, as a share of what the solution reaches on this machine.</summary>
    /// <param name="OnTheWall">For work of several threads and for waiting; otherwise the child's processor time counts.</param>
    /// <param name="Stir">The first array changes a little before each repetition, so that a remembered result is wrong. False where it must stay as it is, sorted for example.</param>
    /// <param name="MostAtOnce">Calls of a service that may be under way at once while it is timed.</param>
    public sealed record Speed(Func<Random, Call> At, bool OnTheWall = false, bool Stir = true, int MostAtOnce = int.MaxValue) : Criterion("speed", At);

    /// <summary>The most calls of a <c>Func&lt;long, Task&lt;long&gt;&gt;</c> that were under way at once.</summary>
    public sealed record Concurrency(Func<Random, Call> At) : Criterion("concurrency", At);
}
