using Course.Profile.Events;

namespace Course.Profile.Sampling;

/// <summary>Joins the sampled stacks with the kernel's clocks.</summary>
internal static class ProfileBuilder
{
    private const string SafepointBias =
        "The runtime stops a thread only at safepoints: at loop ends, calls and returns. A short method without a loop or call may get no samples; its caller gets them.";

    /// <summary>The runtime's name for the threads that stop the others, walk their stacks and send them.</summary>
    private const string Sampler = ".NET EventPipe";

    /// <summary>A profile of what a live stream has sent since the last one.</summary>
    public static SamplingProfile Build(string title, SampleReader reader, Dictionary<int, (string Name, TimeSpan Ran, TimeSpan Queued)> before,
        Dictionary<int, (string Name, TimeSpan Ran, TimeSpan Queued)> after, TimeSpan duration) => Build(title, reader, before, after, duration, log: null, onlyThoseThatRan: false);

    /// <param name="onlyThoseThatRan">Leaves out threads that already existed and only waited: a notebook has a dozen.</param>
    public static SamplingProfile Build(string title, SampleReader reader, Dictionary<int, (string Name, TimeSpan Ran, TimeSpan Queued)> before,
        Dictionary<int, (string Name, TimeSpan Ran, TimeSpan Queued)> after, TimeSpan duration, RecordedEvents? log, bool onlyThoseThatRan)
    {
        StackNode root = new("all", "");
        List<ThreadTime> threads = [];
        int leftOut = 0;
        reader.SettleNativeTime(after.ToDictionary(each => each.Key, each => before.TryGetValue(each.Key, out var begin)
            ? each.Value.Ran - begin.Ran + each.Value.Queued - begin.Queued : each.Value.Ran + each.Value.Queued));
        foreach ((int id, StackNode thread) in reader.Threads)
        {
            TimeSpan? processor = after.TryGetValue(id, out var end) ? end.Ran - (before.TryGetValue(id, out var begin) ? begin.Ran : TimeSpan.Zero) : null;
            double running = thread.RunningMilliseconds, waiting = thread.WaitingMilliseconds;
            bool idle = processor is { } ran && ran.TotalMilliseconds < Waits.LeastShareOfRunningThread * (running + waiting);
            if (onlyThoseThatRan && before.ContainsKey(id) && (idle || running == 0))
            {
                leftOut++;
                continue;
            }
            if (idle) (running, waiting) = (0, running + waiting);
            root.Merge(thread, onlyWaiting: idle);
            threads.Add(new ThreadTime(id, end.Name ?? "", TimeSpan.FromMilliseconds(running), TimeSpan.FromMilliseconds(waiting), processor));
        }
        TimeSpan stopped = TimeSpan.Zero;
        foreach ((int id, (string name, TimeSpan ran, _)) in after)
            if (name.StartsWith(Sampler, StringComparison.Ordinal)) stopped += ran - (before.TryGetValue(id, out var begin) ? begin.Ran : TimeSpan.Zero);
        List<string> notes = [SafepointBias];
        if (log is { TargetLeft: true }) notes.Add("The program ended while it was being sampled, or stopped answering; the profile shows it up to there.");
        if (log is { StoppedAtSizeLimit: true }) notes.Add($"Sampling ended early, after {duration.TotalSeconds:0.0} s, because the recording had reached its size limit.");
        if (reader.CutSamples > 0) notes.Add($"{reader.CutSamples} samples were deeper than the hundred calls that the runtime reports; their outermost callers are missing.");
        if (leftOut > 0) notes.Add($"{leftOut} threads that were there before and only waited are left out.");
        if (log?.Trace.EventsLost is > 0 and int lost) notes.Add($"{lost} events were lost because the machine was too busy.");
        return new SamplingProfile(title, root, [.. threads.OrderByDescending(thread => thread.Running).ThenByDescending(thread => thread.Waiting)],
            reader.Samples, new SamplingOverhead(log?.Cost ?? TimeSpan.Zero, stopped > TimeSpan.Zero ? stopped : null, duration), notes);
    }
}
