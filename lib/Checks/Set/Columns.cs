namespace Checks.Set;

/// <summary>Compute a new column from columns, not from an object and a call for each row.</summary>
internal sealed class Columns : Exercise
{
    public override string Id => "columns";

    public override string Entry => "Table.Fill";

    public override Delegate Reference => Fill;

    public override IEnumerable<Call> Cases(Random random)
    {
        foreach (int rows in new[] { 0, 1, 2, 3, 4, 5, 7, 8, 9, 15, 16, 17, 31, 32, 33 }) yield return Rows(random, rows);
        for (int i = 0; i < 8; i++) yield return Rows(random, random.Next(1, 500));
    }

    public override IReadOnlyList<Criterion> Criteria =>
    [
        new Criterion.Allocation(random => Rows(random, 2_000)),
        new Criterion.Speed(random => Rows(random, 10_000)),
    ];

    private static void Fill(int[] a, int[] b, int[] result)
    {
        for (int i = 0; i < a.Length; i++) result[i] = 2 * a[i] + b[i];
    }

    private static Call Rows(Random random, int count)
    {
        int[] Column() => [.. Enumerable.Range(0, count).Select(_ => random.Next(-1_000_000, 1_000_000))];
        return new Call($"rows: {count}", Column(), Column(), Column());
    }
}
