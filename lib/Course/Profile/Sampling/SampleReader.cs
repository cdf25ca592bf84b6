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
    private readonly List<(int Thread, Frame[] Stack, double Milliseconds)> _native = [];
    private readonly Dictionary<int, (Frame[] Stack, double At)> _looked = [];

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
            // next sample, but not to a wait, for it was at work; a thread that never stops anywhere else counts where it is caught.
            while (innermost is not null && Waits.IsForTheSampler(innermost.CodeAddress.FullMethodName)) innermost = innermost.Caller;
            if (known && now - last < LongestWithoutOtherSampleMilliseconds)
            {
                if (innermost is not null && Collect(innermost)) _looked[sample.ThreadID] = ([.. _stack], now);
                return;
            }
        }
        bool looked = _looked.Remove(sample.ThreadID, out var before);
        double gap = known ? Math.Min(now - last, LongestGapMilliseconds) : UsualGapMilliseconds;
        _last[sample.ThreadID] = now;
        if (innermost is null) return;
        if (!Collect(innermost)) return;
        Samples++;
        if (innermost.Depth >= deepestReported) CutSamples++;
        // A call into the system may stand on the stack without a name; who made it tells whether it waits.
        TraceCallStack? named = innermost;
        while (named is { CodeAddress.FullMethodName.Length: 0 }) named = named.Caller;
        bool waits = named is not null && Waits.IsWait(named.CodeAddress.FullMethodName);
        if (waits && looked && before.At - last is > 0 and var worked)
        {
            Add(sample.ThreadID, before.Stack, Math.Min(worked, gap), running: true);
            gap = Math.Max(0, gap - worked);
        }
        if (!waits && sample.Type == ClrThreadSampleType.External)
        {
            // In native code that the method called, which may compute or block: the optimised form of a wait has no frame of its own.
            Threads.TryAdd(sample.ThreadID, new StackNode("all", ""));
            _native.Add((sample.ThreadID, [.. _stack], gap));
        }
        else Add(sample.ThreadID, _stack, gap, running: !waits);
    }

    /// <summary>
    /// Divides each thread's time in native code: as much of it was work as the kernel saw the thread on a processor, or in the queue for
    /// one, for longer than its .NET code accounts for. The rest it waited. Where the kernel does not tell, all of it counts as work.
    /// </summary>
    /// <param name="runnable">By thread, what it was on a processor or queued for one during the sampling.</param>
    public void SettleNativeTime(IReadOnlyDictionary<int, TimeSpan> runnable)
    {
        foreach (var thread in _native.GroupBy(sample => sample.Thread))
        {
            double share = runnable.TryGetValue(thread.Key, out TimeSpan known)
                ? Math.Clamp((known.TotalMilliseconds - Threads[thread.Key].RunningMilliseconds) / thread.Sum(sample => sample.Milliseconds), 0, 1)
                : 1;
            foreach ((int id, Frame[] stack, double milliseconds) in thread)
            {
                if (share > 0) Add(id, stack, share * milliseconds, running: true);
                if (share < 1) Add(id, stack, (1 - share) * milliseconds, running: false);
            }
        }
        _native.Clear();
    }

    /// <summary>The stack without what is no part of the program; false when nothing is left.</summary>
    private bool Collect(TraceCallStack innermost)
    {
        _stack.Clear();
        foreach (Frame frame in frames.Stack(innermost))
        {
            if (ownWork && frame.Module == "Course" && frame.Method.StartsWith(nameof(SamplingProfile), StringComparison.Ordinal)) break;
            // The recorder's own thread is no part of the program.
            if (frame is { Module: "Course", Method: "EventRecording.Copy" }) return false;
            _stack.Add(frame);
        }
        return _stack.Count > 0;
    }

    private void Add(int thread, IReadOnlyList<Frame> stack, double milliseconds, bool running)
    {
        if (!Threads.TryGetValue(thread, out StackNode? node)) Threads[thread] = node = new StackNode("all", "");
        for (int i = stack.Count - 1; i >= 0; i--)
        {
            node = node.Child(stack[i]);
            if (running && stack[i].Source is { } line) node.AddLine(line, milliseconds);
        }
        node.Add(milliseconds, running);
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
