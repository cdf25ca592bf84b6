using System.Diagnostics;
using Microsoft.Diagnostics.NETCore.Client;

namespace Course.Profile.Events;

/// <summary>
/// A running EventPipe session with this process or another. The target needs no change: every .NET process listens on a
/// diagnostic socket. Events go to a temporary file, which <see cref="Stop"/> opens with all methods named.
/// </summary>
public sealed class EventRecording : IDisposable
{
    /// <summary>Enough for about two minutes of a program with twenty threads.</summary>
    public const long UsualMegabytesAtMost = 128;

    /// <summary>How long a target may be silent; on a busy machine a large program needs some seconds to answer.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly EventPipeSession _session;
    private readonly string _file;
    private readonly long _bytesAtMost;
    private readonly Thread _copying;
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private long _bytes;
    private volatile bool _stopping, _full;

    private EventRecording(EventPipeSession session, int processId, long megabytesAtMost)
    {
        (_session, ProcessId, _bytesAtMost) = (session, processId, megabytesAtMost << 20);
        _file = Path.Combine(Path.GetTempPath(), $"course-{Guid.NewGuid():N}.nettrace");
        _copying = new Thread(Copy) { IsBackground = true, Name = "course recorder" };
        _copying.Start();
    }

    public int ProcessId { get; }

    /// <summary>Completes when the target has closed the session from its side, by ending, or when the file is full.</summary>
    public Task Ended => _ended.Task;

    /// <summary>How long the target took to start the session.</summary>
    public TimeSpan StartTime { get; private init; }

    /// <param name="processId">The target, which may be this process.</param>
    /// <param name="providers">Whose events; see <see cref="RuntimeEvents"/>.</param>
    /// <param name="megabytesAtMost">The session stops by itself when its file is as large; the log then says so.</param>
    /// <exception cref="ProfileException">The target cannot be reached; the message names the reason and the remedy.</exception>
    public static EventRecording Start(int processId, IReadOnlyList<EventPipeProvider> providers, long megabytesAtMost = UsualMegabytesAtMost)
    {
        long start = Stopwatch.GetTimestamp();
        EventPipeSession session = Connect(processId, client => client.StartEventPipeSession(providers, requestRundown: true, circularBufferMB: 64));
        return new EventRecording(session, processId, megabytesAtMost) { StartTime = Stopwatch.GetElapsedTime(start) };
    }

    /// <summary>Asks the target's diagnostic socket, and turns every way to fail into a sentence.</summary>
    public static T Connect<T>(int processId, Func<DiagnosticsClient, T> ask)
    {
        try
        {
            if (processId != Environment.ProcessId && Unreachable.Reason(processId) is { } known) throw new ProfileException(known);
            // On a thread that may be left behind: a target that stands still accepts the question and never answers.
            Task<T> asked = Task.Factory.StartNew(() => ask(new DiagnosticsClient(processId)), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
            if (!((IAsyncResult)asked).AsyncWaitHandle.WaitOne(Patience)) throw new TimeoutException($"No answer within {Patience.TotalSeconds:0} seconds.");
            return asked.GetAwaiter().GetResult();
        }
        catch (Exception failure) when (failure is DiagnosticsClientException or IOException or UnauthorizedAccessException
            or System.Net.Sockets.SocketException or TimeoutException or ArgumentException)
        {
            throw new ProfileException(Unreachable.Explain(processId, failure), failure);
        }
    }

    /// <summary>Ends the session; the target then sends the name, the address and the line map of every method it has compiled.</summary>
    /// <exception cref="ProfileException">The target sent no usable event.</exception>
    public RecordedEvents Stop()
    {
        long start = Stopwatch.GetTimestamp();
        bool targetLeft = !Close() && !_full;
        for (long seen = Interlocked.Read(ref _bytes); !_copying.Join(Patience); seen = Interlocked.Read(ref _bytes))
        {
            if (seen != Interlocked.Read(ref _bytes)) continue;
            targetLeft = true;
            _session.Dispose();
        }
        TimeSpan stop = Stopwatch.GetElapsedTime(start);
        return RecordedEvents.Open(_file, ProcessId, targetLeft, _full, StartTime + stop);
    }

    public void Dispose()
    {
        Close();
        if (_copying.Join(TimeSpan.FromSeconds(5))) _session.Dispose();
        File.Delete(_file);
    }

    /// <summary>Asks the target to end the session; false when it is gone or stands still, and the session then ends on this side.</summary>
    /// <param name="received">How many bytes have come so far: as long as they come, the target is alive.</param>
    internal static bool End(EventPipeSession session, Func<long> received)
    {
        try
        {
            Task stop = Task.Factory.StartNew(session.Stop, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
            for (long seen = received(); !stop.Wait(Patience); seen = received())
            {
                if (seen != received()) continue;
                session.Dispose();
                return false;
            }
            return true;
        }
        catch (AggregateException gone) when (gone.InnerException is DiagnosticsClientException or IOException or System.Net.Sockets.SocketException or TimeoutException)
        {
            return false;
        }
    }

    /// <summary>False when the target has ended before.</summary>
    private bool Close()
    {
        if (_ended.Task.IsCompleted && !_full) return _stopping;
        if (_stopping) return true;
        _stopping = true;
        return End(_session, () => Interlocked.Read(ref _bytes));
    }

    private void Copy()
    {
        try
        {
            using FileStream file = File.Create(_file);
            byte[] buffer = new byte[64 << 10];
            int read;
            while ((read = _session.EventStream.Read(buffer)) > 0)
            {
                file.Write(buffer, 0, read);
                Interlocked.Add(ref _bytes, read);
                if (_bytes < _bytesAtMost || _full || _stopping) continue;
                // The rundown still has to arrive, so reading goes on; another thread asks for the end.
                _full = true;
                ThreadPool.QueueUserWorkItem(_ => { Close(); _ended.TrySetResult(); });
            }
        }
        catch (Exception gone) when (gone is IOException or ObjectDisposedException or System.Net.Sockets.SocketException)
        {
            // The target ended in the middle of a block; what has arrived is kept.
        }
        finally
        {
            _ended.TrySetResult();
        }
    }
}
