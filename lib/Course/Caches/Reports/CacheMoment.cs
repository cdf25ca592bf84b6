using Course.Traces;

namespace Course.Caches.Reports;

/// <summary>One access of a trace: what it did, in order, and the sets it touched before and after it.</summary>
public sealed record CacheMoment(int Access, IReadOnlyList<CacheEvent> Events, IReadOnlyList<SetState> Before, IReadOnlyList<SetState> After)
{
    /// <exception cref="ArgumentException">An index outside the trace.</exception>
    public static CacheMoment Of(CacheConfiguration configuration, Trace trace, int access)
    {
        if ((uint)access >= (uint)trace.Count) throw new ArgumentException($"There is no access {access}; the trace has 0 to {trace.Count - 1}.");
        var timeline = new CacheTimeline(configuration, trace);
        IReadOnlyList<CacheEvent> events = timeline.EventsOf(access);
        CacheSimulator simulator = timeline.At(access);
        (byte Level, int Set)[] touched = [.. events.Select(happened => (happened.Level, happened.Set)).Distinct()];
        SetState[] before = [.. touched.Select(place => SetState.Of(simulator, place.Level, place.Set))];
        simulator.Step(trace[access]);
        return new CacheMoment(access, events, before, [.. touched.Select(place => SetState.Of(simulator, place.Level, place.Set))]);
    }
}
