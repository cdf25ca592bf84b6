using System.Diagnostics;
using System.Text;
using Judged;

namespace Grading.Children;

/// <summary>
/// A child and everything it starts, from the judge's side. A watch ends the whole group when a request takes too long, when all its
/// processes together grow beyond its memory or when it talks too much; whoever waits for a frame then finds the stream closed.
/// </summary>
public sealed class ChildProcess : IDisposable
{
    private const int KeptErrorBytes = 2000;

    /// <summary>On a busy machine a process gets little of the processor: on the wall it has this many times its time.</summary>
    private const int Patience = 6;

    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(50);

    /// <summary>Every so many looks the memory of the group is added up, which takes a fraction of a millisecond.</summary>
    private const int LooksForMemory = 4;

    private readonly Process _process;
    private readonly ChildLimits _limits;
    private readonly Timer _watch;
    private readonly StringBuilder _errors = new();
    private long _deadline = long.MaxValue;
    private TimeSpan? _processorAtBegin;
    private int _looks;
    private volatile bool _ended;

    private ChildProcess(Process process, ChildLimits limits)
    {
        (_process, _limits) = (process, limits);
        Frames = new Frames(process.StandardOutput.BaseStream, process.StandardInput.BaseStream, JudgedHost.MostBytes);
        _watch = new Timer(_ => Watch(), null, Look, Look);
        // A thread of its own: the pool's few are needed by the services that answer a judged process while it is timed.
        new Thread(ReadErrors) { IsBackground = true, Name = "errors" }.Start();
    }

    internal Frames Frames { get; }

    /// <summary>Why the watch ended it; null while it has not.</summary>
    public ChildEnd? EndedFor { get; private set; }

    public int Id => _process.Id;

    public bool HasEnded => _ended || _process.HasExited;

    /// <summary>The beginning of what it wrote to its error stream.</summary>
    public string Errors
    {
        get
        {
            lock (_errors) return _errors.ToString();
        }
    }

    public static ChildProcess Start(ILauncher launcher, string program, ChildLimits limits)
    {
        ProcessStartInfo start = launcher.Prepare(program, limits);
        start.RedirectStandardInput = start.RedirectStandardOutput = start.RedirectStandardError = true;
        start.UseShellExecute = false;
        start.CreateNoWindow = true;
        return new ChildProcess(LastingThread.Start(start), limits);
    }

    /// <summary>Starts the clock of one request; dispose the result when it has been answered.</summary>
    public Request Begin()
    {
        _processorAtBegin = null;
        Volatile.Write(ref _deadline, Stopwatch.GetTimestamp() + (long)(Patience * _limits.Time.TotalSeconds * Stopwatch.Frequency));
        return new Request(this);
    }

    /// <summary>Ends the child and all that it started; streams close.</summary>
    public void Kill()
    {
        if (_ended) return;
        _ended = true;
        try { _process.Kill(entireProcessTree: true); }
        catch (Exception gone) when (gone is InvalidOperationException or System.ComponentModel.Win32Exception or AggregateException) { }
    }

    /// <summary>After the stream has closed: what the exit code and the watch say.</summary>
    public ChildEnd WhyItEnded()
    {
        if (_ended) return EndedFor ?? ChildEnd.Closed;
        if (!_process.WaitForExit(TimeSpan.FromSeconds(2))) return ChildEnd.Closed;
        return Errors.Contains("Out of memory", StringComparison.Ordinal) || Errors.Contains("OutOfMemory", StringComparison.Ordinal) ? ChildEnd.Memory
            : Errors.Contains("Stack overflow", StringComparison.Ordinal) ? ChildEnd.StackOverflow
            : _process.ExitCode == 0 ? ChildEnd.Closed : ChildEnd.Crash;
    }

    public void Dispose()
    {
        _watch.Dispose();
        Kill();
        _process.Dispose();
    }

    private void End(ChildEnd why)
    {
        EndedFor ??= why;
        Kill();
    }

    private void Watch()
    {
        try
        {
            if (_ended || _process.HasExited) return;
            if (Stopwatch.GetTimestamp() > Volatile.Read(ref _deadline) || TookTooLong()) End(ChildEnd.Timeout);
            // The heap's own limit stops most; this stops what lies outside the heap, and many processes that each stay within their limit.
            if (++_looks % LooksForMemory == 0 && ResidentBytes() > 2 * _limits.MemoryBytes + (128 << 20)) End(ChildEnd.Memory);
        }
        catch (Exception gone) when (gone is InvalidOperationException or System.ComponentModel.Win32Exception or NotSupportedException) { }
    }

    private long ResidentBytes()
    {
        if (OperatingSystem.IsLinux()) return ProcessGroup.ResidentBytes(_process.Id);
        _process.Refresh();
        return _process.WorkingSet64;
    }

    /// <summary>By its own processor time since the request began, or rather since the watch first looked.</summary>
    private bool TookTooLong()
    {
        if (Volatile.Read(ref _deadline) == long.MaxValue) return false;
        TimeSpan now = CpuClock.Of(CpuClock.InnermostOf(_process.Id)), begin = _processorAtBegin ??= now;
        return now - begin > _limits.Time;
    }

    private void ReadErrors()
    {
        var buffer = new byte[4096];
        long total = 0;
        try
        {
            while (_process.StandardError.BaseStream.Read(buffer) is > 0 and var count)
            {
                total += count;
                lock (_errors)
                    if (_errors.Length < KeptErrorBytes) _errors.Append(Encoding.UTF8.GetString(buffer, 0, Math.Min(count, KeptErrorBytes)));
                if (total > _limits.ErrorBytes) End(ChildEnd.Output);
            }
        }
        catch (Exception gone) when (gone is IOException or InvalidOperationException or ObjectDisposedException) { }
    }

    /// <summary>One request under way.</summary>
    public readonly struct Request(ChildProcess child) : IDisposable
    {
        public void Dispose() => Volatile.Write(ref child._deadline, long.MaxValue);
    }
}
