using Course.Blur.Rungs;

namespace Course.Blur;

/// <summary>Every rung, slowest idea first. The only ordered list: tests, benchmark, notebook, chart, command line and docs read it.</summary>
public static class Ladder
{
    public static IReadOnlyList<Rung> All { get; } =
    [
        new DynamicLists(),
        new BoxedLists(),
        new DoubleLists(),
        new JaggedArrays(),
        new RectangularArray(),
        new FlatDoubles(),
        new ColumnsFirst(),
        new Unrolled(),
        new Multiplied(),
        new FlatFloats(),
        new FlatBytes(),
        new GivenResult(),
        new Separable(),
        new SlidingSums(),
        new RowRing(),
        new Unchecked(),
        new PackedWords(),
        new TensorRows(),
        new PortableVectors(),
        new Vectors256(),
        new Vectors512(),
        new RowBands(),
        new FetchedAhead(),
        new StreamedBands(),
        new AllCores(),
        new BestBlur(),
    ];

    /// <summary>The rung of this name.</summary>
    /// <exception cref="ArgumentException">No such rung; the message lists those there are.</exception>
    public static Rung Find(string name) =>
        All.FirstOrDefault(rung => string.Equals(rung.Name, name, StringComparison.OrdinalIgnoreCase))
        ?? throw new ArgumentException($"No rung is called '{name}'. The rungs are: {string.Join(", ", All.Select(rung => rung.Name))}.", nameof(name));

    /// <summary>The C# text of what a rung is about: its method <c>Blur</c> and those it calls, cut from the source that was compiled.</summary>
    public static string Source(Rung rung) => RungSource.Of(rung.Shown);
}
