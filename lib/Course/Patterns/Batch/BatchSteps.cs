using Course.Images;

namespace Course.Patterns.Batch;

/// <summary>
/// The steps of the batch that one may replace, one at a time: <c>BatchSteps.Slow with { Report = MyReport }</c>. A replacement must do
/// what the slow form does; <see cref="Scoreboard"/> checks that.
/// </summary>
public sealed record BatchSteps
{
    /// <summary>As the program was found.</summary>
    public static BatchSteps Slow { get; } = new();

    /// <summary>The reference solution: every step put right.</summary>
    public static BatchSteps Fixed { get; } = new()
    {
        Credits = FixedSteps.Credits,
        Index = FixedSteps.Index,
        EachPicture = FixedSteps.EachPicture,
        Blur = FixedSteps.Blur,
        Histogram = FixedSteps.Histogram,
        Average = FixedSteps.Average,
        Report = FixedSteps.Report,
    };

    /// <summary>Asks the service for the credit of each place; results in the order of the places.</summary>
    public Func<HttpClient, Uri, IReadOnlyList<string>, Task<string[]>> Credits { get; init; } = SlowSteps.Credits;

    /// <summary>From the archive's rows, a function that finds a picture by name or gives null.</summary>
    public Func<List<PictureFacts>, Func<string, PictureFacts?>> Index { get; init; } = SlowSteps.Index;

    /// <summary>Does the work for 0, 1, ... count - 1, each exactly once, and returns when all is done.</summary>
    public Action<int, Action<int>> EachPicture { get; init; } = SlowSteps.EachPicture;

    /// <summary>The rounded 3x3 mean, borders replicated, from the first picture into the second.</summary>
    public Action<Plane<byte>, Plane<byte>> Blur { get; init; } = SlowSteps.Blur;

    /// <summary>Adds the number of pixels of each brightness to 256 counts.</summary>
    public Action<Plane<byte>, int[]> Histogram { get; init; } = SlowSteps.Histogram;

    /// <summary>The mean of all pictures, pixel by pixel, row after row.</summary>
    public Func<IReadOnlyList<Plane<byte>>, double[]> Average { get; init; } = SlowSteps.Average;

    /// <summary>All lines in one text, each ended by a line feed.</summary>
    public Func<IReadOnlyList<string>, string> Report { get; init; } = SlowSteps.Report;
}
