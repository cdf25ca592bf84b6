using Course.Profile.Events;
using Microsoft.Diagnostics.Tracing.Etlx;
using Microsoft.Diagnostics.Tracing.EventPipe;

namespace Course.Profile.Sampling;

/// <summary>
/// Turns samples into a tree of calls per thread. A sample stands for the time since its thread's previous one, because a busy
/// machine makes the sampler late and then each sample is worth more.
/// </summary>
/// <param name="ownWork">Leaves out what called the profiler: in a notebook, the kernel.</param>
internal sealed class SampleReader(FrameTable frames, bool ownWork = false)
{
    private const double UsualGapMilliseconds = 1.25;

    /// <summary>A longer gap means that the thread had no .NET code to sample in between.</summary>
    private const double LongestGapMilliseconds = 100;

    private const double LongestWithoutOtherSampleMilliseconds = 50;

    private Dictionary<int, double> _last = [];
    private readonly List<Frame> _stack = [];

    public Dictionary<int, StackNode> Threads { get; } = [];

    public int Samples { get; private set; }

    /// <summary>Samples of calls deeper than the runtime reports; their outermost callers are missing.</summary>
    public int CutSamples { get; private set; }

    /// <summary>Called with each sample of the log or of a live stream.</summary>
    public void Read(ClrThreadSampleTraceData sample)
    {
        const int deepestReported = 100;
        double now = sample.TimeStampRelativeMSec;
        bool known = _last.TryGetValue(sample.ThreadID, out double last);
        TraceCallStack? innermost = sample.CallStack();
        if (innermost is not null && Waits.IsForTheSampler(innermost.CodeAddress.FullMethodName))
        {
            // The thread was asked to stop while it was elsewhere and walked on to the next place where it looks. Its time goes to its
            // next sample; a thread that never stops anywhere else counts where it is caught.
            if (known && now - last < LongestWithoutOtherSampleMilliseconds) return;
            while (innermost is not null && Waits.IsForTheSampler(innermost.CodeAddress.FullMethodName)) innermost = innermost.Caller;
        }
        double gap = known ? Math.Min(now - last, LongestGapMilliseconds) : UsualGapMilliseconds;
        _last[sample.ThreadID] = now;
        if (innermost is null) return;
        _stack.Clear();
        foreach (Frame frame in frames.Stack(innermost))
        {
            if (ownWork && frame.Module == "Course" && frame.Method.StartsWith(nameof(SamplingProfile), StringComparison.Ordinal)) break;
            // The recorder's own thread is no part of the program.
            if (frame is { Module: "Course", Method: "EventRecording.Copy" }) return;
            _stack.Add(frame);
        }
        if (_stack.Count == 0) return;
        Samples++;
        if (innermost.Depth >= deepestReported) CutSamples++;
        // A call into the system may stand on the stack without a name; who made it tells whether it waits.
        TraceCallStack? named = innermost;
        while (named is { CodeAddress.FullMethodName.Length: 0 }) named = named.Caller;
        bool running = named is null || !Waits.IsWait(named.CodeAddress.FullMethodName);
        if (!Threads.TryGetValue(sample.ThreadID, out StackNode? node)) Threads[sample.ThreadID] = node = new StackNode("all", "");
        for (int i = _stack.Count - 1; i >= 0; i--)
        {
            node = node.Child(_stack[i]);
            if (running && _stack[i].Source is { } line) node.AddLine(line, gap);
        }
        node.Add(gap, running);
    }

    /// <summary>An empty one that knows when each thread was sampled last.</summary>
    public SampleReader Continue() => new(frames, ownWork) { _last = _last };

    /// <summary>The samples of a finished recording between two readings of the stopwatch.</summary>
    public void Read(RecordedEvents log, long from = long.MinValue, long to = long.MaxValue)
    {
        using TraceLogEventSource source = log.Trace.Events.GetSource();
        new SampleProfilerTraceEventParser(source).ThreadSample += sample =>
        {
#pragma warning disable CS0618 // Discouraged for its unit; the unit is the stopwatch's, which is what it is compared with.
            if (sample.TimeStampQPC >= from && sample.TimeStampQPC <= to) Read(sample);
#pragma warning restore CS0618
        };
        source.Process();
    }
}
