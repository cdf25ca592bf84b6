using System.Diagnostics;
using Course.Profile.Events;
using Course.Profile.Tables;
using Display;

namespace Course.Profile.Sampling;

/// <summary>
/// Where a program spends its time, from the stacks of all its threads about once a millisecond: of work in a cell with
/// <see cref="Of(Action)"/>, of any running .NET process with <see cref="Attach"/>. The program needs no change.
/// </summary>
[TypeFormatterSource(typeof(DisplayableFormatters), PreferredMimeTypes = ["text/html", "text/plain"])]
public sealed class SamplingProfile : IDisplayable
{
    internal SamplingProfile(string title, StackNode root, IReadOnlyList<ThreadTime> threads, int samples, SamplingOverhead overhead, IReadOnlyList<string> notes)
    {
        (Title, Root, Threads, Samples, Overhead, Notes) = (title, root, threads, samples, overhead, notes);
        Methods = MethodTimes.Of(root);
    }

    /// <summary>What was profiled.</summary>
    public string Title { get; }

    /// <summary>All stacks of all threads; the root itself is no method.</summary>
    public StackNode Root { get; }

    /// <summary>Most own running time first.</summary>
    public IReadOnlyList<MethodTime> Methods { get; }

    public IReadOnlyList<ThreadTime> Threads { get; }

    public int Samples { get; }

    public SamplingOverhead Overhead { get; }

    /// <summary>What the reader must know to trust the numbers, the bias of the method first.</summary>
    public IReadOnlyList<string> Notes { get; }

    /// <summary>Samples, duration and the two sums in one line.</summary>
    public string Summary => string.Create(System.Globalization.CultureInfo.InvariantCulture,
        $"{Samples} samples in {Overhead.Duration.TotalSeconds:0.0} s; threads ran {Running.TotalSeconds:0.00} s and waited {Waiting.TotalSeconds:0.00} s in all");

    /// <summary>Running time of all threads.</summary>
    public TimeSpan Running => TimeSpan.FromMilliseconds(Root.RunningMilliseconds);

    /// <summary>Waiting time of all threads.</summary>
    public TimeSpan Waiting => TimeSpan.FromMilliseconds(Root.WaitingMilliseconds);

    /// <summary>The methods with the most own time as a table; the profile itself is shown as a flame graph.</summary>
    public ProfileTable Top => SamplingTables.Top(this);

    /// <summary>Who ran, who waited, and what the kernel counted.</summary>
    public ProfileTable ThreadTable => SamplingTables.Threads(this);

    /// <summary>Profiles work of this process while it runs once, on the calling thread and on every thread that it keeps busy.</summary>
    /// <exception cref="ProfileException">This process has no diagnostic socket.</exception>
    public static SamplingProfile Of(Action work)
    {
        int process = Environment.ProcessId;
        using EventRecording recording = EventRecording.Start(process, [RuntimeEvents.Samples, RuntimeEvents.Methods()]);
        var before = ThreadClock.Read(process);
        long from = Stopwatch.GetTimestamp();
        Run(work);
        long to = Stopwatch.GetTimestamp();
        var after = ThreadClock.Read(process);
        using RecordedEvents log = recording.Stop();
        using var frames = new FrameTable();
        var reader = new SampleReader(frames, ownWork: true);
        reader.Read(log, from, to);
        return ProfileBuilder.Build("this process", reader, before, after, Stopwatch.GetElapsedTime(from, to), log, onlyThoseThatRan: true);
    }

    /// <summary>The same for asynchronous work; the caller waits for its end.</summary>
    public static SamplingProfile Of(Func<Task> work) => Of(() => work().GetAwaiter().GetResult());

    /// <summary>Profiles another process, or this one, from now on for some seconds, or until it ends.</summary>
    /// <param name="processId">As <c>course ps</c> lists it.</param>
    /// <param name="seconds">How long.</param>
    /// <param name="progress">Told the share that is over, 0 to 1.</param>
    /// <param name="stop">Ends the sampling early; what was sampled until then is returned.</param>
    /// <param name="megabytesAtMost">Sampling ends early, and says so, when the recording has become as large.</param>
    /// <exception cref="ProfileException">The process cannot be reached; the message names the reason and the remedy.</exception>
    public static SamplingProfile Attach(int processId, double seconds, IProgress<double>? progress = null, CancellationToken stop = default,
        long megabytesAtMost = EventRecording.UsualMegabytesAtMost)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(seconds);
        MethodsAtStart methods = MethodsAtStart.Of(processId);
        using EventRecording recording = EventRecording.Start(processId, [RuntimeEvents.Samples, RuntimeEvents.Methods()], megabytesAtMost);
        string name = DotnetProcess.NameOf(processId);
        var before = ThreadClock.Read(processId);
        var after = new Dictionary<int, (string Name, TimeSpan Ran, TimeSpan Queued)>(before);
        long from = Stopwatch.GetTimestamp();
        TimeSpan last = TimeSpan.Zero, whole = TimeSpan.FromSeconds(seconds);
        while (!recording.Ended.IsCompleted && !stop.IsCancellationRequested && last < whole)
        {
            Task.WaitAny([recording.Ended], (int)Math.Clamp((whole - last).TotalMilliseconds, 1, 100), CancellationToken.None);
            last = Stopwatch.GetElapsedTime(from);
            progress?.Report(Math.Min(1, last / whole));
            // Read all the time, because the process may be gone at the end.
            foreach ((int id, var thread) in ThreadClock.Read(processId)) after[id] = thread;
        }
        using RecordedEvents log = recording.Stop();
        using var frames = new FrameTable(log.TargetLeft ? methods : null);
        var reader = new SampleReader(frames);
        reader.Read(log, from, from + (long)(last.TotalSeconds * Stopwatch.Frequency));
        return ProfileBuilder.Build($"process {processId} ({name})", reader, before, after, last, log, onlyThoseThatRan: false);
    }

    public MimeBundle ToBundle() => new MimeBundle().Add("text/html", FlameGraph.Html(this)).Add("text/plain", ToString());

    /// <summary>Writes the profile; the ending chooses the form: .html the flame graph as a page, .json for speedscope, .txt folded stacks.</summary>
    /// <exception cref="ProfileException">Another ending, or a file that cannot be written.</exception>
    public void Save(string file)
    {
        string content = Path.GetExtension(file).ToLowerInvariant() switch
        {
            ".html" => FlameGraph.Page(this),
            ".json" => StackFiles.Speedscope(this),
            ".txt" => StackFiles.Folded(this),
            _ => throw new ProfileException(UnknownEnding(file)),
        };
        string half = $"{file}.{Guid.NewGuid():N}.tmp";
        try
        {
            File.WriteAllText(half, content);
            File.Move(half, file, overwrite: true);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new ProfileException($"Cannot write {file}: {failure.Message}", failure);
        }
        finally
        {
            if (File.Exists(half)) File.Delete(half);
        }
    }

    /// <summary>Throws unless <see cref="Save"/> knows the file's ending; ask before the work, not after it.</summary>
    public static void CheckEnding(string file)
    {
        if (Path.GetExtension(file).ToLowerInvariant() is not (".html" or ".json" or ".txt")) throw new ProfileException(UnknownEnding(file));
        if (Path.GetDirectoryName(Path.GetFullPath(file)) is { } folder && !Directory.Exists(folder)) throw new ProfileException($"There is no folder {folder} to write to.");
    }

    private static string UnknownEnding(string file) =>
        $"\"{file}\" does not say which form to write: .html is a flame graph, .json is for speedscope, .txt are folded stacks.";

    /// <summary>The top of the table of methods, then the threads, the cost and the notes.</summary>
    public override string ToString() => ProfileText.Write(this);

    // Never inlined: its frame marks where the profiled work begins.
    [System.Runtime.CompilerServices.MethodImpl(System.Runtime.CompilerServices.MethodImplOptions.NoInlining)]
    private static void Run(Action work) => work();
}
