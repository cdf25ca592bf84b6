using Course.Exercises.Verdicts;

namespace Grading.Tests.Batch;

/// <summary>All attacks as they are graded, and those that the allow-list stops once more without it.</summary>
public sealed class HostileBatches : IDisposable
{
    public HostileBatches()
    {
        if (Sandboxed.OrNothing() is not { } launcher) return;
        Listed = new HostileBatch(launcher, Attacks.Files, allowList: true);
        var stopped = Listed.Graded.Where(each => each.Verdict.Status == VerdictStatus.Flagged).Select(each => each.Learner).ToHashSet();
        Alone = new HostileBatch(launcher, Attacks.Files.Where(file => stopped.Contains(Path.GetFileNameWithoutExtension(file))), allowList: false);
    }

    /// <summary>Null where there is no sandbox.</summary>
    public HostileBatch? Listed { get; }

    /// <summary>With the sandbox and the judge's distance alone.</summary>
    public HostileBatch? Alone { get; }

    public void Dispose()
    {
        Listed?.Dispose();
        Alone?.Dispose();
    }
}
