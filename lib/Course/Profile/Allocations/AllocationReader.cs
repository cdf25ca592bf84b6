using Course.Profile.Events;
using Microsoft.Diagnostics.Tracing.Etlx;
using Microsoft.Diagnostics.Tracing.Parsers.Clr;

namespace Course.Profile.Allocations;

/// <summary>Adds up the runtime's allocation samples by line, method and type.</summary>
internal sealed class AllocationReader(FrameTable frames)
{
    /// <summary>
    /// The runtime chooses every byte with the same chance, one in 102,400, and reports the object around it. An object of s bytes is chosen
    /// with p = 1 - (1 - 1/102400)^s and stands for 1/p of its kind. Source: dotnet/runtime, docs/design/features/RandomizedAllocationSampling.md.
    /// </summary>
    private const double MeanDistance = 102_400;

    private readonly Dictionary<(string Method, string Line, string Type, string Via), (double Bytes, double Objects, int Samples)> _sites = [];

    public int Samples { get; private set; }

    /// <summary>Most bytes first.</summary>
    public IReadOnlyList<AllocationSite> Sites() => [.. _sites.Select(site => new AllocationSite(site.Key.Method, site.Key.Line, site.Key.Type, site.Key.Via,
        (long)site.Value.Bytes, (long)Math.Round(site.Value.Objects), site.Value.Samples)).OrderByDescending(site => site.Bytes)];

    /// <param name="from">First reading of the stopwatch that counts.</param>
    /// <param name="to">Last one.</param>
    public void Read(RecordedEvents log, long from = long.MinValue, long to = long.MaxValue)
    {
        using TraceLogEventSource source = log.Trace.Events.GetSource();
        source.Clr.AllocationSampling += sample =>
        {
#pragma warning disable CS0618 // Discouraged for its unit; the unit is the stopwatch's, which is what it is compared with.
            if (sample.TimeStampQPC >= from && sample.TimeStampQPC <= to) Add(sample);
#pragma warning restore CS0618
        };
        source.Process();
    }

    private void Add(AllocationSampledTraceData sample)
    {
        Frame[] stack = [.. frames.Stack(sample.CallStack()).Take(100)];
        // The recorder's own thread is no part of the program.
        if (stack.Any(frame => frame is { Module: "Course", Method: "EventRecording.Copy" })) return;
        Frame? own = stack.FirstOrDefault(frame => frame.Source is not null), innermost = stack.FirstOrDefault();
        Samples++;
        double stands = 1 / (1 - Math.Pow(1 - 1 / MeanDistance, sample.ObjectSize));
        var key = (WithoutCell((own ?? innermost)?.Method ?? "[no stack]"), own?.Source?.ToString() ?? "", ReadableType(sample.TypeName), own is null || own == innermost ? "" : innermost!.Method);
        var (bytes, objects, samples) = _sites.GetValueOrDefault(key);
        _sites[key] = (bytes + stands * sample.ObjectSize, objects + stands, samples + 1);
    }

    /// <summary>The class that the kernel's compiler wraps around a cell is nothing that anybody wrote.</summary>
    private static string WithoutCell(string method) => method.StartsWith("Script.", StringComparison.Ordinal) ? method["Script.".Length..] : method;

    /// <summary><c>System.Collections.Generic.List`1[System.Int32]</c> becomes <c>List&lt;Int32&gt;</c>.</summary>
    private static string ReadableType(string name)
    {
        var text = new System.Text.StringBuilder();
        int word = 0;
        for (int i = 0; i < name.Length; i++)
        {
            char c = name[i];
            if (c is '.' or '+') text.Length = word;
            else if (c == '`') { while (i + 1 < name.Length && char.IsAsciiDigit(name[i + 1])) i++; }
            else if (c == '[' && i + 1 < name.Length && name[i + 1] is ']' or ',') { text.Append(name, i, name.IndexOf(']', i) - i + 1); i = name.IndexOf(']', i); }
            else
            {
                text.Append(c switch { '[' => '<', ']' => '>', _ => c });
                if (c is (char)91 or (char)44) word = text.Length;
            }
        }
        return text.ToString();
    }
}
