using Checks.Set;

namespace Checks;

/// <summary>Every exercise of the course, in the notebooks' order: the only list.</summary>
public static class ExerciseSet
{
    public static IReadOnlyList<Exercise> All { get; } =
    [
        new FirstBlur(),
        new FlattenJagged(),
        new ArrayOfStructs(),
        new PredictMisses(),
        new LruCache(),
        new LoopOrder(),
        new PadPitch(),
        new CountTheWork(),
        new VectorSum(),
        new GivenDestination(),
        new PooledFrames(),
        new SlidingSums(),
        new VectorBlurRow(),
        new WhenItPays(),
        new TiledTranspose(),
        new HonestTiming(),
        new OwnAndTotal(),
        new ThreadTop(),
        new FindTheLeak(),
        new Hoisting(),
        new SetLookup(),
        new StringBuilding(),
        new BoundedConcurrency(),
        new ParallelBands(),
        new VectorThreshold(),
        new Columns(),
        new FixTheBatch(),
        new Crossover(),
    ];

    public static Exercise? Find(string id) => All.FirstOrDefault(each => each.Id == id);
}
