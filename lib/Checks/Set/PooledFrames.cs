namespace Checks.Set;

/// <summary>Average frames with sums in an array from a pool, and allocate nothing.</summary>
internal sealed class PooledFrames : Exercise
{
    public override string Id => "pooled-frames";

    public override string Entry => "Exposure.Mean";

    public override Delegate Reference => Mean;

    public override IEnumerable<Call> Cases(Random random)
    {
        foreach (int count in new[] { 1, 2, 3 })
            foreach (int pixels in new[] { 0, 1, 15, 16, 17, 100 }) yield return Frames(random, count, pixels);
        for (int i = 0; i < 8; i++) yield return Frames(random, random.Next(1, 8), random.Next(1, 500));
    }

    public override IReadOnlyList<Criterion> Criteria => [new Criterion.Allocation(random => Frames(random, 4, 3_000))];

    /// <summary>Half rounds up.</summary>
    private static void Mean(byte[][] frames, byte[] result)
    {
        for (int i = 0; i < result.Length; i++)
            result[i] = (byte)((frames.Sum(frame => frame[i]) + frames.Length / 2) / frames.Length);
    }

    private static Call Frames(Random random, int count, int pixels)
    {
        byte[] Frame()
        {
            var frame = new byte[pixels];
            random.NextBytes(frame);
            return frame;
        }
        return new Call($"frames {count}, pixels {pixels}", Enumerable.Range(0, count).Select(_ => Frame()).ToArray(), Frame());
    }
}
