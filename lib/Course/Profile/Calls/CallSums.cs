namespace Course.Profile.Calls;

/// <summary>What calls of one method by one caller add up to.</summary>
internal struct CallSums
{
    public long Calls, OwnTicks, OwnBytes;
    /// <summary>Calls made by the method itself, each of which leaves a part of its probe's cost in the method's own time.</summary>
    public long DirectCalls;
    /// <summary>From entry to exit, of calls that are not inside another call of the same method.</summary>
    public long TotalTicks, TotalBytes;
    /// <summary>How many calls those hold, themselves not counted.</summary>
    public long OutermostCalls, CallsBelow;

    public void Add(in CallSums other)
    {
        Calls += other.Calls;
        (OwnTicks, OwnBytes, DirectCalls) = (OwnTicks + other.OwnTicks, OwnBytes + other.OwnBytes, DirectCalls + other.DirectCalls);
        (TotalTicks, TotalBytes) = (TotalTicks + other.TotalTicks, TotalBytes + other.TotalBytes);
        (OutermostCalls, CallsBelow) = (OutermostCalls + other.OutermostCalls, CallsBelow + other.CallsBelow);
    }
}
