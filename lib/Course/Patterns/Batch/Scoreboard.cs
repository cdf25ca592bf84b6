namespace Course.Patterns.Batch;

/// <summary>What was found and put right: for each step, whether it was replaced, whether the result is still the same, and what it brought.</summary>
public static class Scoreboard
{
    private static readonly (string Fault, Func<BatchSteps, Delegate> Step, Func<BatchSteps, BatchSteps, BatchSteps> Replace)[] Faults =
    [
        ("waits one after another, and for the same answer again", steps => steps.Credits, (from, to) => to with { Credits = from.Credits }),
        ("searches the archive from the front", steps => steps.Index, (from, to) => to with { Index = from.Index }),
        ("one core", steps => steps.EachPicture, (from, to) => to with { EachPicture = from.EachPicture }),
        ("allocates for every pixel", steps => steps.Blur, (from, to) => to with { Blur = from.Blur }),
        ("a box for every number", steps => steps.Histogram, (from, to) => to with { Histogram = from.Histogram }),
        ("the wrong loop order", steps => steps.Average, (from, to) => to with { Average = from.Average }),
        ("copies the text for every line", steps => steps.Report, (from, to) => to with { Report = from.Report }),
    ];

    /// <summary>
    /// Runs the program with each replaced step alone. A fault is named once its step was replaced and the result stayed the same;
    /// until then its row says only that one is left. Takes about as long as the slow program for each replaced step.
    /// </summary>
    /// <param name="slow">A run of <see cref="BatchSteps.Slow"/>, with which result and time are compared.</param>
    public static async Task<IReadOnlyList<ScoreRow>> ScoreAsync(PhotoPipeline pipeline, BatchResult slow, BatchSteps yours)
    {
        var rows = new List<ScoreRow>();
        foreach (var (fault, step, replace) in Faults)
        {
            if (step(yours) == step(BatchSteps.Slow))
            {
                rows.Add(new ScoreRow("?", "not found yet", 0));
                continue;
            }
            BatchResult alone = await pipeline.RunAsync(replace(yours, BatchSteps.Slow)).ConfigureAwait(false);
            bool same = Same(slow, alone);
            rows.Add(new ScoreRow(same ? fault : "?", same ? "found, same result" : "replaced, but the result DIFFERS", Math.Round(slow.Milliseconds - alone.Milliseconds)));
        }
        return rows;
    }

    /// <summary>True when two runs give the same report, the same mean and the same problems.</summary>
    public static bool Same(BatchResult one, BatchResult other) => one.Report == other.Report && one.Problems.SequenceEqual(other.Problems)
        && one.Mean.Zip(other.Mean).All(pair => Math.Abs(pair.First - pair.Second) < 1e-9) && one.Mean.Count == other.Mean.Count;
}
