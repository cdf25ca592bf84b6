using System.Diagnostics;
using Course.Profile.Events;
using Microsoft.Diagnostics.NETCore.Client;
using Microsoft.Diagnostics.Tracing.Etlx;
using Microsoft.Diagnostics.Tracing.EventPipe;

namespace Course.Profile.Sampling;

/// <summary>Watches a process: each <see cref="Next"/> is a profile of the time since the one before. Samples arrive as a stream; nothing is written.</summary>
public sealed class LiveProfile : IDisposable
{
    private readonly EventPipeSession _session;
    private readonly int _processId;
    private readonly string _title;
    private readonly FrameTable _frames = new();
    private readonly Lock _gate = new();
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private SampleReader _reader;
    private Dictionary<int, (string Name, TimeSpan Ran, TimeSpan Queued)> _clocks;
    private long _since = Stopwatch.GetTimestamp();

    private LiveProfile(EventPipeSession session, TraceLogEventSource source, int processId)
    {
        (_session, _processId, _title) = (session, processId, $"process {processId} ({DotnetProcess.NameOf(processId)})");
        (_reader, _clocks) = (new SampleReader(_frames), ThreadClock.Read(processId));
        new SampleProfilerTraceEventParser(source).ThreadSample += sample =>
        {
            lock (_gate) _reader.Read(sample);
        };
        new Thread(() => Process(source)) { IsBackground = true, Name = "course live" }.Start();
    }

    /// <summary>Completes when the process has ended.</summary>
    public Task Ended => _ended.Task;

    /// <exception cref="ProfileException">The process cannot be reached; the message names the reason and the remedy.</exception>
    public static LiveProfile Start(int processId) => EventRecording.Connect(processId, client =>
    {
        EventPipeSession session = client.StartEventPipeSession([RuntimeEvents.Samples, RuntimeEvents.Methods()], requestRundown: false, circularBufferMB: 64);
        // The names of methods compiled so far come in a short session of their own.
        return new LiveProfile(session, TraceLog.CreateFromEventPipeSession(session, TraceLog.EventPipeRundownConfiguration.Enable(client)), processId);
    });

    /// <summary>What came since the last call.</summary>
    public SamplingProfile Next()
    {
        SampleReader read;
        TimeSpan duration;
        lock (_gate)
        {
            (read, _reader) = (_reader, _reader.Continue());
            (duration, _since) = (Stopwatch.GetElapsedTime(_since), Stopwatch.GetTimestamp());
        }
        var before = _clocks;
        _clocks = ThreadClock.Read(_processId);
        return ProfileBuilder.Build(_title, read, before, _clocks, duration);
    }

    public void Dispose()
    {
        EventRecording.End(_session, () => -1);
        _ended.Task.Wait(TimeSpan.FromSeconds(5));
        _session.Dispose();
        _frames.Dispose();
    }

    private void Process(TraceLogEventSource source)
    {
        try
        {
            source.Process();
        }
        catch (Exception gone) when (gone is not OutOfMemoryException)
        {
            // The process ended in the middle of a block; what has arrived was shown.
        }
        finally
        {
            _ended.TrySetResult();
        }
    }
}
