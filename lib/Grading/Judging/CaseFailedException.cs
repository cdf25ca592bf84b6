using Course.Exercises.Verdicts;

namespace Grading.Judging;

/// <summary>An answer did not come back from a case: it threw, or its process ended.</summary>
internal sealed class CaseFailedException(FailingCase smallest, Exception cause) : Exception(cause.Message, cause)
{
    public FailingCase Smallest { get; } = smallest;
}
