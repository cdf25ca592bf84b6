using Course.Caches;
using Course.Traces;

namespace Course.Scenes;

/// <summary>Real cache sizes as maps of their sets: where the misses of a run fall, and the hit rate of every level as it goes on.</summary>
public sealed class SetPressureScene : Scene
{
    private const int FramesInRun = 40;
    private const int MostSquares = 128;
    private const int Columns = 16;

    /// <summary>A matrix of 512 x 512 doubles, walked by row and by column, by column with padded rows, and at random.</summary>
    public SetPressureScene() : this(new CacheConfiguration(
        new LevelConfiguration("L1", CacheGeometry.OfSize(32 << 10, 8, 64)), new LevelConfiguration("L2", CacheGeometry.OfSize(1 << 20, 16, 64))))
    {
    }

    /// <param name="configuration">The caches, such as this machine's.</param>
    /// <param name="traces">Runs to choose from; the matrix walks when there are none.</param>
    /// <exception cref="ArgumentException">A trace without accesses.</exception>
    public SetPressureScene(CacheConfiguration configuration, params IReadOnlyList<(string Name, Trace Trace)> traces)
        : base("Which sets of the cache are under pressure", [.. (traces.Count > 0 ? traces : MatrixWalks.All()).Select(each => Run(configuration, each.Name, each.Trace))])
    {
    }

    public override string PresetLabel => "Pattern";

    public override string SliderLabel => "Accesses";

    private static Preset Run(CacheConfiguration configuration, string name, Trace trace)
    {
        if (trace.Count == 0) throw new ArgumentException($"The trace '{name}' holds no access.", nameof(trace));
        var pressure = new MissesBySet(configuration);
        var simulator = new CacheSimulator(configuration, pressure);
        var snapshots = new List<(int Done, int[][] Misses, Counter[] Counters)>();
        for (int i = 0; i <= Math.Min(FramesInRun, trace.Count); i++)
        {
            int end = (int)((long)trace.Count * i / Math.Min(FramesInRun, trace.Count));
            simulator.Run(trace.Accesses[simulator.Position..end]);
            Counter[] counters = [.. configuration.Levels.Select((level, at) => new Counter($"{level.Name} hit rate", Rate(simulator.Counts[at]))),
                new Counter("lines from memory", simulator.Memory.Reads)];
            snapshots.Add((end, [.. pressure.Squares.Select(level => (int[])level.Clone())], counters));
        }
        int[] most = [.. snapshots[^1].Misses.Select(level => Math.Max(1, level.Max()))];
        Frame Draw((int Done, int[][] Misses, Counter[] Counters) at) => new(Sentence(at.Done, at.Misses[0], configuration.Levels[0]),
            [.. configuration.Levels.Select((level, i) => new HeatPanel(Heading(level, at.Misses[i].Length), Columns, at.Misses[i], most[i], "misses"))],
            at.Counters)
        { Step = at.Done.ToString("N0") };
        return new Preset(name, [.. snapshots.Select(Draw)]);
    }

    private static string Sentence(int done, int[] misses, LevelConfiguration first)
    {
        if (done == 0) return "Nothing has been read yet.";
        int total = misses.Sum(), touched = misses.Count(count => count > 0);
        return $"After {done:N0} accesses, {first.Name} has missed {total:N0} times, in {touched} of the {misses.Length} squares; the worst one took {misses.Max():N0}.";
    }

    private static string Heading(LevelConfiguration level, int squares)
    {
        int sets = level.Geometry.Sets / squares;
        return $"{level.Name}, {ByteSize.Format(level.Geometry.SizeBytes)}, {level.Geometry.Ways} ways: each square is {(sets == 1 ? "one set" : $"{sets} sets")}";
    }

    private static string Rate(CacheCounts counts) => counts.Accesses == 0 ? "not asked" : $"{100.0 * counts.Hits / counts.Accesses:F1} %";

    /// <summary>Neighbouring sets share a square where there are more than <see cref="MostSquares"/> of them.</summary>
    private sealed class MissesBySet(CacheConfiguration configuration) : ICacheObserver
    {
        private readonly int[] _setsInSquare = [.. configuration.Levels.Select(level => (level.Geometry.Sets + MostSquares - 1) / MostSquares)];

        public int[][] Squares { get; } = [.. configuration.Levels.Select(level =>
        {
            int each = (level.Geometry.Sets + MostSquares - 1) / MostSquares;
            return new int[(level.Geometry.Sets + each - 1) / each];
        })];

        public void On(in CacheEvent happened)
        {
            if (happened.Kind == CacheEventKind.Miss) Squares[happened.Level][happened.Set / _setsInSquare[happened.Level]]++;
        }
    }
}
