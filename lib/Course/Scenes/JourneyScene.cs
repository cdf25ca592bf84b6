using Course.Images;

namespace Course.Scenes;

/// <summary>The versions of a program from the slowest to the fastest: step to any of them to see its code, what changed, and what it cost.</summary>
public sealed class JourneyScene : Scene
{
    /// <param name="steps">In the order of the journey; at least one.</param>
    /// <param name="result">What every version computes.</param>
    public JourneyScene(string title, Plane<byte> result, IReadOnlyList<JourneyStep> steps)
        : base(title, [new Preset("all versions", [.. steps.Select((step, i) => Frame(steps, i, new SceneImage(result)))])])
    {
    }

    public override string SliderLabel => "Version";

    private const int VersionsPerRow = 4, CellsPerName = 3;

    private static Frame Frame(IReadOnlyList<JourneyStep> steps, int at, SceneImage result)
    {
        JourneyStep step = steps[at];
        double previous = steps[Math.Max(0, at - 1)].Milliseconds;
        Counter[] counters =
        [
            new("time of one run", $"{step.Milliseconds:#,##0.####} ms"),
            new("times as fast as the one before", $"{previous / step.Milliseconds:#,##0.##}"),
            new("times as fast as the first", $"{steps[0].Milliseconds / step.Milliseconds:#,##0.##}"),
            .. step.Numbers,
        ];
        return new Frame($"{step.Name}. {step.Change}", [Versions(steps, at), new CodePanel("The code", step.Code), new PicturePanel("What it computes", result, Enlarged: false, [])], counters) { Step = step.Name };
    }

    /// <summary>Every version as a button that goes there.</summary>
    private static CellsPanel Versions(IReadOnlyList<JourneyStep> steps, int at) => new("The versions", [.. steps.Index().Chunk(VersionsPerRow).Select(row => new CellRow("",
        [.. row.Select(step => new Cell(step.Item.Name, step.Index == at ? CellRole.Active : CellRole.Plain) { GoTo = step.Index, Span = CellsPerName })]))]);
}
