namespace Grading.Judging;

/// <summary>What came back from the child after a run. Nothing of it is believed before it is compared.</summary>
/// <param name="Arguments">As the run left them; null for what stays with the judge.</param>
/// <param name="AllocatedBytes">Of all repetitions together, counted in the child.</param>
internal sealed record RunReply(object? Result, object?[] Arguments, long AllocatedBytes);
