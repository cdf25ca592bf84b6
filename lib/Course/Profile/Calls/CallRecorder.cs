using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace Course.Profile.Calls;

/// <summary>The calls of one thread.</summary>
internal sealed class CallRecorder(CallRecording recording)
{
    /// <summary>From here on every call asks whether the stack still has room, so that endless recursion ends in a message and not in the end of the process.</summary>
    private const int DeepCalls = 512;

    private readonly bool _time = recording.Counting.HasFlag(Counting.Time), _bytes = recording.Counting.HasFlag(Counting.Bytes);
    private readonly int[] _active = new int[recording.Methods + 1];
    private CallFrame[] _frames = new CallFrame[64];
    private int _depth;
    /// <summary>What this recorder itself has allocated while calls were open; it is no part of them.</summary>
    private long _selfBytes;

    public CallRecording Recording { get; } = recording;

    /// <summary>By method, then by caller; caller 0 is code without probes. Null for methods never called.</summary>
    public CallSums[]?[] Sums { get; } = new CallSums[recording.Methods + 1][];

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public int Enter(int method)
    {
        if (_depth > DeepCalls) RuntimeHelpers.EnsureSufficientExecutionStack();
        if (++_depth == _frames.Length) Grow();
        ref CallFrame frame = ref _frames[_depth];
        frame = default;
        frame.Method = method;
        _active[method]++;
        if (_bytes) frame.Bytes = GC.GetAllocatedBytesForCurrentThread() - _selfBytes;
        if (_time) frame.Ticks = Stopwatch.GetTimestamp();
        return _depth;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void ExitTo(int depth)
    {
        long ticks = _time ? Stopwatch.GetTimestamp() : 0, bytes = _bytes ? GC.GetAllocatedBytesForCurrentThread() - _selfBytes : 0;
        while (_depth > Math.Max(0, depth)) Exit(ticks, bytes);
    }

    private void Exit(long ticks, long bytes)
    {
        ref CallFrame frame = ref _frames[_depth--];
        ref CallFrame above = ref _frames[_depth];
        (ticks, bytes) = (ticks - frame.Ticks, bytes - frame.Bytes);
        int caller = _depth == 0 ? 0 : above.Method;
        ref CallSums sums = ref (Sums[frame.Method] ?? FirstCallOf(frame.Method))[caller];
        sums.Calls++;
        sums.OwnTicks += ticks - frame.TicksBelow;
        sums.OwnBytes += bytes - frame.BytesBelow;
        sums.DirectCalls += frame.DirectCalls;
        if (--_active[frame.Method] == 0)
        {
            sums.OutermostCalls++;
            sums.TotalTicks += ticks;
            sums.TotalBytes += bytes;
            sums.CallsBelow += frame.CallsBelow;
        }
        above.TicksBelow += ticks;
        above.BytesBelow += bytes;
        above.CallsBelow += frame.CallsBelow + 1;
        above.DirectCalls++;
    }

    private CallSums[] FirstCallOf(int method)
    {
        long before = GC.GetAllocatedBytesForCurrentThread();
        CallSums[] made = Sums[method] = new CallSums[Recording.Methods + 1];
        _selfBytes += GC.GetAllocatedBytesForCurrentThread() - before;
        return made;
    }

    private void Grow()
    {
        long before = GC.GetAllocatedBytesForCurrentThread();
        Array.Resize(ref _frames, _frames.Length * 2);
        _selfBytes += GC.GetAllocatedBytesForCurrentThread() - before;
    }
}
