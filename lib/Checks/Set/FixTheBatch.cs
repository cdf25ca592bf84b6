using System.Globalization;

namespace Checks.Set;

/// <summary>Three of the capstone's faults in one method, in memory: a search for each picture, counts by many passes, a text by +=.</summary>
internal sealed class FixTheBatch : Exercise
{
    private const int Darkest = 100;

    public override string Id => "fix-the-batch";

    public override string Entry => "SmallBatch.Report";

    public override Delegate Reference => Report;

    public override IEnumerable<Call> Cases(Random random)
    {
        yield return new Call("no pictures", Array.Empty<int>(), Array.Empty<string>(), Array.Empty<string>(), Array.Empty<byte[]>());
        yield return new Call("one picture that the archive knows", new[] { 1968 }, new[] { "a" }, new[] { "a" }, new byte[][] { [9, 7, 9] });
        yield return new Call("one that it does not know", new[] { 1968 }, new[] { "a" }, new[] { "b" }, new byte[][] { [255] });
        yield return new Call("two rows with the same name", new[] { 1968, 1990 }, new[] { "a", "a" }, new[] { "a" }, new byte[][] { [1, 2, 2] });
        yield return new Call("two brightnesses equally frequent", new[] { 1968 }, new[] { "a" }, new[] { "a" }, new byte[][] { [200, 3, 200, 3] });
        yield return new Call("a picture without pixels", new[] { 1968 }, new[] { "a" }, new[] { "a" }, new byte[][] { [] });
        yield return new Call("one picture twice", new[] { 1968, 1990 }, new[] { "b", "a" }, new[] { "a", "a" }, new byte[][] { [4], [5] });
        for (int i = 0; i < 8; i++) yield return Batch(random, random.Next(1, 60), random.Next(1, 40), random.Next(1, 40));
    }

    public override IReadOnlyList<Criterion> Criteria =>
    [
        new Criterion.Allocation(random => Alike(random, 100, 300, 4)),
        new Criterion.Speed(random => Batch(random, 4_000, 200, 32)),
    ];

    private static string Report(int[] years, string[] archive, string[] names, byte[][] pictures) =>
        string.Concat(names.Zip(pictures, (name, picture) =>
        {
            int row = Array.IndexOf(archive, name);
            int most = Enumerable.Range(0, 256).MaxBy(brightness => picture.Count(pixel => pixel == brightness));
            return string.Create(CultureInfo.InvariantCulture, $"{name} {(row < 0 ? "unknown" : years[row])} {most}\n");
        }));

    /// <summary>The pictures stand towards the end of the archive, and one in sixteen is not in it. Names and years are of one length each.</summary>
    private static Call Batch(Random random, int rows, int pictures, int pixels) =>
        Batch(random, rows, pictures, _ => random.Next((rows + 1) / 2), () => [.. Enumerable.Range(0, pixels).Select(_ => (byte)random.Next(256))], pixels);

    /// <summary>
    /// Different values each time and yet the same to allocate: as many equal names, pictures without equal pixels, and brightnesses of three
    /// digits, so that neither sets and groups nor the report differ in size.
    /// </summary>
    private static Call Alike(Random random, int rows, int pictures, int pixels)
    {
        int first = random.Next(rows);
        return Batch(random, rows, pictures, i => (first + i) % ((rows + 1) / 2), () =>
        {
            int brightness = random.Next(256 - Darkest);
            return [.. Enumerable.Range(0, pixels).Select(i => (byte)(Darkest + (brightness + i * 37) % (256 - Darkest)))];
        }, pixels);
    }

    /// <param name="row">Of each picture, counted from the archive's end.</param>
    private static Call Batch(Random random, int rows, int pictures, Func<int, int> row, Func<byte[]> picture, int pixels)
    {
        string[] names = [.. Enumerable.Range(0, pictures).Select(i => Name(i % 16 == 7 ? rows + i : rows - 1 - row(i)))];
        return new Call($"pictures: {pictures}, pixels each: {pixels}, rows of the archive: {rows}",
            Enumerable.Range(0, rows).Select(_ => random.Next(1850, 2020)).ToArray(), Enumerable.Range(0, rows).Select(Name).ToArray(), names, names.Select(_ => picture()).ToArray());
    }

    private static string Name(int row) => string.Create(CultureInfo.InvariantCulture, $"photo-{row:000000}");
}
