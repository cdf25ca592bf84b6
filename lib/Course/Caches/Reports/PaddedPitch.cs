using Course.Traces;

namespace Course.Caches.Reports;

/// <summary>The same accesses on arrays whose rows lie one line further apart. Arrays behind a longer one move up.</summary>
public static class PaddedPitch
{
    /// <summary>Null when no array of the trace states its rows.</summary>
    public static Trace? Apply(Trace trace, int lineBytes)
    {
        ulong[] shift = new ulong[trace.Arrays.Count];
        ulong longer = 0;
        foreach (int id in Enumerable.Range(1, trace.Arrays.Count - 1).OrderBy(id => trace.Arrays[id].Address))
        {
            shift[id] = longer;
            ArrayRegion array = trace.Arrays[id];
            if (array is { PitchBytes: > 0, Bytes: > 0 }) longer += (ulong)((array.Bytes + array.PitchBytes - 1) / array.PitchBytes * lineBytes);
        }
        if (longer == 0) return null;

        var padded = new Trace(trace.Count);
        foreach (ref readonly Access access in trace.Accesses)
        {
            ArrayRegion array = trace.Arrays[access.Array];
            ulong row = array is { PitchBytes: > 0, Bytes: > 0 } && array.Contains(access.Address) ? (access.Address - array.Address) / (ulong)array.PitchBytes : 0;
            padded.Add(access with { Address = access.Address + shift[access.Array] + row * (ulong)lineBytes, Array = 0, Loop = 0 });
        }
        return padded;
    }
}
