namespace Course.Profile.Calls;

/// <summary>One row of a call profile. Times are milliseconds with the cost of the probes subtracted, summed over all threads.</summary>
/// <param name="Name"><c>Shop.Total</c>; a local function carries the name of its method in front.</param>
/// <param name="Line">Where it is declared, in its cell or file, from 1.</param>
/// <param name="Calls">Exact.</param>
/// <param name="OwnMilliseconds">Without the measured methods that it called.</param>
/// <param name="TotalMilliseconds">From entry to exit, with everything it called; of a recursive method the outermost call alone.</param>
/// <param name="OwnShare">Of the own times of all methods together, 0 to 1.</param>
/// <param name="OwnBytes">Allocated by itself, exact.</param>
/// <param name="TotalBytes">Allocated by itself and everything it called, exact.</param>
/// <param name="Callers">Who called it, and how often.</param>
/// <param name="Callees">Whom it called, and how often.</param>
public sealed record ProfiledMethod(string Name, int Line, long Calls, double OwnMilliseconds, double TotalMilliseconds, double OwnShare, long OwnBytes, long TotalBytes,
    IReadOnlyList<CallCount> Callers, IReadOnlyList<CallCount> Callees);
