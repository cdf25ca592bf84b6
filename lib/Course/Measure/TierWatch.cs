using System.Collections.Concurrent;
using System.Diagnostics.Tracing;
using System.Reflection;

namespace Course.Measure;

/// <summary>
/// Listens to the runtime's own events to know in which form each method was compiled last. A method starts in a quick form (tier 0) and
/// is compiled again, optimised, after thirty calls (tier 1); with a loop in it, it is optimised at once in this course's settings.
/// </summary>
internal sealed class TierWatch : EventListener
{
    private const EventKeywords Compilation = (EventKeywords)0x10;
    private const int TierShift = 7, TierMask = 7, QuickJitted = 3, QuickAndCounting = 6;

    /// <summary>Events arrive on a thread of their own, a little later.</summary>
    private static readonly TimeSpan Delay = TimeSpan.FromMilliseconds(60);
    private static readonly string[] Names = ["unknown", "not optimised", "optimised at once", "tier 0, no loop in it", "tier 1", "tier 1", "tier 0, no loop in it", "tier 1"];
    private static readonly Lazy<TierWatch> Watch = new(() => new TierWatch());

    // Static, because the base class's constructor already calls back.
    private static readonly ConcurrentDictionary<long, int> Tiers = new();

    public static void Start() => _ = Watch.Value;

    /// <summary>For each method: "tier 1", "optimised at once", "not optimised", "tier 0, no loop in it", or "compiled earlier" when that was before this class listened.</summary>
    public static IReadOnlyList<string> Of(IReadOnlyCollection<MethodInfo> methods)
    {
        Start();
        if (methods.Any(method => Find(method) is null || IsQuick(method))) Thread.Sleep(Delay);
        return [.. methods.Select(method => Find(method) is { } tier ? Names[tier] : "compiled earlier")];
    }

    /// <summary>True while the method is in its quick form, which its thirtieth call and some hundred milliseconds end.</summary>
    public static bool IsQuick(MethodInfo method) => Find(method) is QuickJitted or QuickAndCounting;

    protected override void OnEventSourceCreated(EventSource eventSource)
    {
        if (eventSource.Name == "Microsoft-Windows-DotNETRuntime") EnableEvents(eventSource, EventLevel.Verbose, Compilation);
    }

    protected override void OnEventWritten(EventWrittenEventArgs eventData)
    {
        if (eventData.PayloadNames is not { } names || eventData.Payload is not { } payload || eventData.EventName?.StartsWith("MethodLoad", StringComparison.Ordinal) != true) return;
        int id = names.IndexOf("MethodID"), flags = names.IndexOf("MethodFlags");
        if (id >= 0 && flags >= 0 && payload[id] is ulong method && payload[flags] is uint bits) Tiers[(long)method] = (int)(bits >> TierShift) & TierMask;
    }

    private static int? Find(MethodInfo method)
    {
        try
        {
            return Tiers.TryGetValue(method.MethodHandle.Value, out int tier) ? tier : null;
        }
        catch (InvalidOperationException) { return null; } // a method emitted at run time has no handle
    }
}
