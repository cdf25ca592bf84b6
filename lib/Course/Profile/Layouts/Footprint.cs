namespace Course.Profile.Layouts;

/// <summary>What a piece of data takes on the managed heap.</summary>
/// <param name="Label">What to call it in a table.</param>
/// <param name="KeptBytes">That stay while the data is held: what a full collection would give back without it.</param>
/// <param name="AllocatedBytes">That were allocated to make it; what is more than <paramref name="KeptBytes"/> was thrown away on the way.</param>
/// <param name="OfFirst">The kept bytes as a share of the first one's of the same comparison.</param>
public readonly record struct Footprint(string Label, long KeptBytes, long AllocatedBytes, double OfFirst)
{
    /// <summary>Makes each piece of data, holds it, and asks the collector before and after.</summary>
    /// <param name="forms">What to call each form, and what makes it.</param>
    public static IReadOnlyList<Footprint> Compare(params IEnumerable<(string Label, Func<object> Make)> forms)
    {
        var measured = forms.Select(form => Of(form.Label, form.Make)).ToList();
        return [.. measured.Select(one => one with { OfFirst = measured[0].KeptBytes > 0 ? one.KeptBytes / (double)measured[0].KeptBytes : 0 })];
    }

    private static Footprint Of(string label, Func<object> make)
    {
        GC.KeepAlive(make());
        long before = GC.GetTotalMemory(forceFullCollection: true), allocated = GC.GetAllocatedBytesForCurrentThread();
        object data = make();
        allocated = GC.GetAllocatedBytesForCurrentThread() - allocated;
        long kept = GC.GetTotalMemory(forceFullCollection: true) - before;
        GC.KeepAlive(data);
        return new(label, Math.Max(0, kept), allocated, 0);
    }
}
