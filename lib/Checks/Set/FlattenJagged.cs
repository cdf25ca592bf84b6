namespace Checks.Set;

/// <summary>Put rows that are arrays of their own into one array, where an element's place is arithmetic.</summary>
internal sealed class FlattenJagged : Exercise
{
    public override string Id => "flatten-jagged";

    public override string Entry => "Picture.Flatten";

    public override Delegate Reference => Flatten;

    public override IEnumerable<Call> Cases(Random random)
    {
        int[][] shapes = [[], [0], [0, 0, 0], [1], [3, 3], [1, 2, 3], [3, 2, 1], [2, 0, 4], [5], [1, 1, 1, 1], [0, 1]];
        foreach (int[] lengths in shapes) yield return Image(random, lengths);
        for (int i = 0; i < 5; i++) yield return Image(random, Equal(random.Next(1, 20), random.Next(1, 20)));
        for (int i = 0; i < 5; i++) yield return Image(random, [.. Enumerable.Range(0, random.Next(1, 20)).Select(_ => random.Next(0, 20))]);
    }

    public override IReadOnlyList<Criterion> Criteria => [new Criterion.Allocation(random => Image(random, Equal(20, 20)))];

    private static double[] Flatten(double[][] rows)
    {
        int width = rows.Select(row => row.Length).DefaultIfEmpty(0).Max();
        return [.. rows.SelectMany(row => row.Concat(new double[width - row.Length]))];
    }

    private static int[] Equal(int rows, int width) => [.. Enumerable.Repeat(width, rows)];

    private static Call Image(Random random, int[] lengths)
    {
        double[][] rows = [.. lengths.Select(length => Enumerable.Range(0, length).Select(_ => (double)random.Next(1, 256)).ToArray())];
        return new Call($"rows of {(lengths.Length == 0 ? "nothing: there are none" : string.Join(", ", lengths))}", (object)rows)
        {
            RowLength = lengths.DefaultIfEmpty(0).Max(),
        };
    }
}
