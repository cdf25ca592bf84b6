namespace Grading.Judging;

/// <summary>What the rounds so far say.</summary>
internal enum Standing
{
    /// <summary>The answer lies too near a bound to tell after so few rounds.</summary>
    Unclear,

    /// <summary>The same code differs from itself; more rounds may settle it.</summary>
    Noisy,

    /// <summary>The medians decide.</summary>
    Decided,

    /// <summary>The same code stays different from itself: nothing can be judged with these processes.</summary>
    Hopeless,
}
