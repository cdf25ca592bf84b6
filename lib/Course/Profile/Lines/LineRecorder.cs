using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace Course.Profile.Lines;

/// <summary>The lines of one thread: whatever passes between two probes belongs to the line of the first.</summary>
internal sealed class LineRecorder(LineRecording recording)
{
    /// <summary>From here on every call asks whether the stack still has room, so that endless recursion ends in a message and not in the end of the process.</summary>
    private const int DeepCalls = 512;

    private readonly bool _time = recording.Counting.HasFlag(Counting.Time), _bytes = recording.Counting.HasFlag(Counting.Bytes);
    private int[] _callers = new int[64];
    private int _depth, _line;
    private long _ticks, _allocated, _selfBytes;

    public LineRecording Recording { get; } = recording;

    /// <summary>By line; line 0 is whatever runs outside the measured method.</summary>
    public LineSums[] Sums { get; } = new LineSums[recording.Lines + 1];

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void GoTo(int line, int hits)
    {
        ref LineSums sums = ref Sums[_line];
        sums.Stretches++;
        if (_bytes)
        {
            long allocated = GC.GetAllocatedBytesForCurrentThread() - _selfBytes;
            sums.Bytes += allocated - _allocated;
            _allocated = allocated;
        }
        if (_time)
        {
            long ticks = Stopwatch.GetTimestamp();
            sums.Ticks += ticks - _ticks;
            _ticks = ticks;
        }
        Sums[line].Hits += hits;
        _line = line;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public int Enter(int line)
    {
        if (_depth > DeepCalls) RuntimeHelpers.EnsureSufficientExecutionStack();
        if (_depth == _callers.Length) Grow();
        int caller = _line;
        if (_depth == 0) Start();
        GoTo(line, 1);
        _callers[_depth++] = caller;
        return _depth;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void ExitTo(int depth)
    {
        while (_depth > Math.Max(0, depth)) GoTo(_callers[--_depth], 0);
    }

    /// <summary>What passed while nothing measured ran belongs to no line.</summary>
    private void Start()
    {
        if (_bytes) _allocated = GC.GetAllocatedBytesForCurrentThread() - _selfBytes;
        if (_time) _ticks = Stopwatch.GetTimestamp();
    }

    private void Grow()
    {
        long before = GC.GetAllocatedBytesForCurrentThread();
        Array.Resize(ref _callers, _callers.Length * 2);
        _selfBytes += GC.GetAllocatedBytesForCurrentThread() - before;
    }
}
