using System.Diagnostics;
using Microsoft.Diagnostics.Tracing.Etlx;

namespace Course.Profile.Events;

/// <summary>The events of a finished recording, stacks included. Its files are temporary and go with it.</summary>
public sealed class RecordedEvents : IDisposable
{
    private readonly string _etlx;

    private RecordedEvents(TraceLog trace, string etlx) => (Trace, _etlx) = (trace, etlx);

    public TraceLog Trace { get; }

    /// <summary>The target ended before the recording did, so methods compiled before the recording have no names.</summary>
    public bool TargetLeft { get; private init; }

    /// <summary>The recording reached the size it was allowed and stopped there.</summary>
    public bool StoppedAtSizeLimit { get; private init; }

    /// <summary>Starting and stopping the session, and reading its file.</summary>
    public TimeSpan Cost { get; private init; }

    /// <summary>Reads the recorded file and deletes it.</summary>
    internal static RecordedEvents Open(string nettrace, int processId, bool targetLeft, bool full, TimeSpan cost)
    {
        long start = Stopwatch.GetTimestamp();
        string etlx = Path.ChangeExtension(nettrace, ".etlx");
        try
        {
            if (!File.Exists(nettrace) || new FileInfo(nettrace).Length == 0) throw new ProfileException(NothingCame(processId));
            TraceLog trace = new(TraceLog.CreateFromEventPipeDataFile(nettrace, etlx, new TraceLogOptions { ContinueOnError = true }));
            return new RecordedEvents(trace, etlx) { TargetLeft = targetLeft, StoppedAtSizeLimit = full, Cost = cost + Stopwatch.GetElapsedTime(start) };
        }
        catch (Exception unreadable) when (unreadable is not ProfileException and not OutOfMemoryException)
        {
            File.Delete(etlx);
            throw new ProfileException(NothingCame(processId), unreadable);
        }
        finally
        {
            File.Delete(nettrace);
        }
    }

    public void Dispose()
    {
        Trace.Dispose();
        File.Delete(_etlx);
    }

    private static string NothingCame(int processId) =>
        $"Process {processId} ended before it sent a readable event, so there is nothing to show. Attach earlier, or to a program that runs longer.";
}
