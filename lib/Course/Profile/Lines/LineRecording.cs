using System.Diagnostics;

namespace Course.Profile.Lines;

/// <summary>One run of a method with probes on its lines, on all its threads.</summary>
internal sealed class LineRecording(int lines, Counting counting)
{
    private readonly List<LineRecorder> _recorders = [];

    public int Lines { get; } = lines;

    public Counting Counting { get; } = counting;

    public TimeSpan Elapsed { get; private set; }

    /// <summary>What the work threw, if it threw.</summary>
    public Exception? Thrown { get; private set; }

    public int Threads => _recorders.Count;

    /// <exception cref="ProfileException">Another line profile is being taken.</exception>
    public static LineRecording Run(Action work, int lines, Counting counting)
    {
        var recording = new LineRecording(lines, counting);
        if (Interlocked.CompareExchange(ref LineProbe.Active, recording, null) is not null)
            throw new ProfileException("Another line profile is being taken in this process; wait for it to end.");
        long start = Stopwatch.GetTimestamp();
        try { work(); }
        catch (Exception thrown) when (thrown is not ThreadInterruptedException and not OperationCanceledException) { recording.Thrown = thrown; }
        finally
        {
            recording.Elapsed = Stopwatch.GetElapsedTime(start);
            // Ends the calls that an exception has left.
            LineProbe.Exit(1);
            LineProbe.Active = null;
        }
        return recording;
    }

    public LineRecorder NewThread()
    {
        var recorder = new LineRecorder(this);
        lock (_recorders) _recorders.Add(recorder);
        return recorder;
    }

    /// <summary>All threads together, by line; line 0 is code without probes.</summary>
    public LineSums[] Sums()
    {
        var sums = new LineSums[Lines + 1];
        lock (_recorders)
            foreach (LineRecorder recorder in _recorders)
                for (int line = 0; line <= Lines; line++) sums[line].Add(recorder.Sums[line]);
        return sums;
    }
}
