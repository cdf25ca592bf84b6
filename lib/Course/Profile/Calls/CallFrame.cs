namespace Course.Profile.Calls;

/// <summary>A call that has begun and not ended.</summary>
internal struct CallFrame
{
    public int Method;
    /// <summary>The clock, in its ticks, and the thread's allocated bytes when it began.</summary>
    public long Ticks, Bytes;
    /// <summary>What calls below it took, and how many there were at any depth: each cost a probe.</summary>
    public long TicksBelow, BytesBelow, CallsBelow, DirectCalls;
}
