using Course.Caches;
using Judged;

namespace Checks.Set;

/// <summary>Give each field of an array of structs an array of its own, and fetch no line twice.</summary>
internal sealed class ArrayOfStructs : Exercise
{
    private const int Stars = 128, FieldBytes = 8;

    public override string Id => "array-of-structs";

    public override string Entry => "Stars.Split";

    public override Delegate Reference => Split;

    public override IEnumerable<Call> Cases(Random random)
    {
        foreach (int count in new[] { 0, 1, 2, 3, Stars }) yield return Sky(random, count);
        for (int i = 0; i < 8; i++) yield return Sky(random, random.Next(1, Stars));
    }

    /// <summary>Eight lines in one set: twice as many as one walk over all four arrays needs.</summary>
    public override IReadOnlyList<Criterion> Criteria =>
    [
        new Criterion.Misses(random => Sky(random, Stars), new CacheConfiguration(new LevelConfiguration("L1", CacheGeometry.OfSize(512, 8, 64))), FieldBytes),
    ];

    private static void Split(CountedArray stars, CountedArray x, CountedArray y, CountedArray light)
    {
        for (int i = 0; i < stars.Length; i++) (i % 3 == 0 ? x : i % 3 == 1 ? y : light)[i / 3] = stars[i];
    }

    private static Call Sky(Random random, int count)
    {
        CountedArray Numbers(int length) => new([.. Enumerable.Range(0, length).Select(_ => random.NextInt64(1000))]);
        return new Call($"stars: {count}", Numbers(3 * count), Numbers(count), Numbers(count), Numbers(count));
    }
}
