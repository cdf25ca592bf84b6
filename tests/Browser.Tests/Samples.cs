using Course.Blur;
using Course.Images;
using Course.Scenes;
using Course.Widgets;

namespace Browser.Tests;

/// <summary>Every scene of the course, small, as a notebook would make it.</summary>
internal static class Samples
{
    public static IReadOnlyDictionary<string, Func<Scene>> Scenes { get; } = new Dictionary<string, Func<Scene>>
    {
        ["kernel size"] = () => new KernelSizeScene(Gradient(), size => Gradient(size), ("left", 20, 30), ("right", 50, 30)),
        ["memory layout"] = () => new MemoryLayoutScene(),
        ["growing array"] = () => new GrowingArrayScene(),
        ["pointer chase"] = () => new PointerChaseScene(),
        ["line load"] = () => new LineLoadScene(),
        ["hits and misses"] = () => new HitsAndMissesScene(),
        ["prefetcher"] = () => new PrefetcherScene(),
        ["set pressure"] = () => new SetPressureScene(),
        ["heap reuse"] = () => new HeapReuseScene(),
        ["registers"] = () => new RegisterScene(),
        ["journey"] = () => new JourneyScene("The journey", Gradient(),
            [.. Ladder.All.Select((rung, i) => new JourneyStep(rung.Name, rung.Change, Ladder.Source(rung), 100.0 / (i + 1), new Counter("loads a pixel", $"{rung.Work.Loads:0.##}")))]),
    };

    public static TheoryData<string> Names() => [.. Scenes.Keys];

    public static string Html(Scene scene) => scene.Show().ToBundle().Data["text/html"].GetValue<string>();

    private static Plane<byte> Gradient(int step = 1)
    {
        var plane = new Plane<byte>(80, 60);
        for (int y = 0; y < 60; y++)
            for (int x = 0; x < 80; x++) plane[y, x] = (byte)(x * 3 / step * step);
        return plane;
    }
}
