namespace Course.Exercises.Verdicts;

/// <summary>What became of one answer.</summary>
public enum VerdictStatus
{
    Pass,
    Partial,
    Fail,
    CompileError,
    Timeout,
    Crash,

    /// <summary>Something about it wants a person's eyes; the reason says what.</summary>
    Flagged,

    /// <summary>Everything that could be judged is earned; something could not be judged on this machine now.</summary>
    Inconclusive,
    Missing,
}
