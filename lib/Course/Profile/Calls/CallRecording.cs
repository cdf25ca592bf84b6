using System.Diagnostics;

namespace Course.Profile.Calls;

/// <summary>One run with probes, on all its threads.</summary>
internal sealed class CallRecording(int methods, Counting counting)
{
    private readonly List<CallRecorder> _recorders = [];

    public int Methods { get; } = methods;

    public Counting Counting { get; } = counting;

    public TimeSpan Elapsed { get; private set; }

    /// <summary>What the work threw, if it threw.</summary>
    public Exception? Thrown { get; private set; }

    public int Threads => _recorders.Count;

    /// <exception cref="ProfileException">Another call profile is being taken.</exception>
    public static CallRecording Run(Action work, int methods, Counting counting)
    {
        var recording = new CallRecording(methods, counting);
        if (Interlocked.CompareExchange(ref CallProbe.Active, recording, null) is not null)
            throw new ProfileException("Another call profile is being taken in this process; wait for it to end.");
        long start = Stopwatch.GetTimestamp();
        try { work(); }
        catch (Exception thrown) when (thrown is not ThreadInterruptedException and not OperationCanceledException) { recording.Thrown = thrown; }
        finally
        {
            recording.Elapsed = Stopwatch.GetElapsedTime(start);
            // Ends the calls that an exception has left.
            CallProbe.Exit(1);
            CallProbe.Active = null;
        }
        return recording;
    }

    public CallRecorder NewThread()
    {
        var recorder = new CallRecorder(this);
        lock (_recorders) _recorders.Add(recorder);
        return recorder;
    }

    /// <summary>All threads together: by method, then by caller.</summary>
    public CallSums[,] Sums()
    {
        var sums = new CallSums[Methods + 1, Methods + 1];
        lock (_recorders)
            foreach (CallRecorder recorder in _recorders)
                for (int method = 1; method <= Methods; method++)
                    if (recorder.Sums[method] is { } ofMethod)
                        for (int caller = 0; caller <= Methods; caller++) sums[method, caller].Add(ofMethod[caller]);
        return sums;
    }
}
