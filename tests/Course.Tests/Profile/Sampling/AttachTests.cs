using System.Diagnostics;
using System.Text.RegularExpressions;
using Course.Profile;
using Course.Profile.Allocations;
using Course.Profile.Events;
using Course.Profile.Sampling;
using Course.Tests.Measure;
using Xunit.Abstractions;

namespace Course.Tests.Profile.Sampling;

/// <summary>What can go wrong with another process, each with its sentence.</summary>
[Collection(TimingCollection.Name)]
public class AttachTests(ITestOutputHelper output)
{
    /// <summary>Longer than any test, so that what ends has been ended.</summary>
    private const double LongSeconds = 120;

    private static readonly TimeSpan Ample = TimeSpan.FromSeconds(60);

    [Fact]
    public async Task A_program_that_ends_midway_leaves_a_profile_with_names()
    {
        using var program = new RunningProgram(KnownPrograms.RunUntilKilled);
        var sampled = new Progress(1 / LongSeconds);
        Task<SamplingProfile> profiling = Task.Run(() => SamplingProfile.Attach(program.Id, LongSeconds, sampled));
        await Task.WhenAny(sampled.Reached, profiling);
        program.Kill();
        SamplingProfile profile = await profiling;
        output.WriteLine(profile.ToString());
        Assert.Contains(profile.Notes, note => note.Contains("ended while it was being sampled", StringComparison.Ordinal));
        Assert.Contains(profile.Methods, method => method.Method == "KnownPrograms.Spend" && method.HotLine is not null);
        Assert.Single(profile.Methods, method => method.Method == "KnownPrograms.ThreeQuarters");
        Assert.True(profile.Overhead.Duration < TimeSpan.FromSeconds(LongSeconds / 2));
    }

    [Fact]
    public async Task A_program_that_ends_midway_leaves_its_allocations()
    {
        using var program = new RunningProgram(KnownPrograms.AllocateUntilKilled);
        string[] before = Recordings();
        Task<AllocationProfile> profiling = Task.Run(() => AllocationProfile.Attach(program.Id, LongSeconds));
        await SomethingIsRecordedSince(before);
        program.Kill();
        AllocationProfile profile = await profiling;
        Assert.Contains(profile.Notes, note => note.StartsWith("The process ended before the recording did", StringComparison.Ordinal));
        Assert.Equal("Byte[]", profile.Types.First().Type);
    }

    [Fact]
    public void A_huge_trace_ends_the_sampling_and_not_the_program()
    {
        using var program = new RunningProgram(KnownPrograms.RunUntilKilled);
        SamplingProfile profile = SamplingProfile.Attach(program.Id, LongSeconds, megabytesAtMost: 0);
        Assert.Contains(profile.Notes, note => Regex.IsMatch(note, @"^Sampling ended early, after \d+\.\d s, because the recording had reached its size limit\.$"));
        Assert.True(profile.Overhead.Duration < TimeSpan.FromSeconds(LongSeconds / 2));
        Assert.DoesNotContain(profile.Notes, note => note.Contains("ended while", StringComparison.Ordinal));
        Assert.True(SamplingProfile.Attach(program.Id, 1).Samples > 0);
    }

    [SkippableFact]
    public void A_stopped_program_is_named_with_the_remedy_and_can_be_profiled_once_it_goes_on()
    {
        Skip.IfNot(OperatingSystem.IsLinux(), "Whether another process stands still is read only on Linux.");
        using var program = new RunningProgram(KnownPrograms.RunUntilKilled);
        Signal(program.Id, "STOP");
        string sentence = $"Process {program.Id} (Course.Tests) stands still: a signal or a debugger has stopped it, so it cannot answer. Let it go on first: kill -CONT {program.Id}";
        foreach (Action attach in new Action[] { () => SamplingProfile.Attach(program.Id, 1), () => AllocationProfile.Attach(program.Id, 1), () => LiveProfile.Start(program.Id) })
            Assert.Equal(sentence, Assert.Throws<ProfileException>(attach).Message);
        Signal(program.Id, "CONT");
        Assert.True(SamplingProfile.Attach(program.Id, 1).Samples > 0);
    }

    [SkippableFact]
    public async Task A_program_that_stops_while_it_is_watched_holds_nobody_up_for_ever()
    {
        Skip.IfNot(OperatingSystem.IsLinux(), "Signals that stop a process are the system's own.");
        using var program = new RunningProgram(KnownPrograms.RunUntilKilled);
        string[] before = Recordings();
        using EventRecording recording = EventRecording.Start(program.Id, [RuntimeEvents.Samples, RuntimeEvents.Methods()]);
        await SomethingIsRecordedSince(before);
        Signal(program.Id, "STOP");
        Task<bool> ending = Task.Run(() => { using RecordedEvents events = recording.Stop(); return events.TargetLeft; });
        Assert.True(await ending.WaitAsync(TimeSpan.FromMinutes(3)));
    }

    /// <summary>A process that closed its own diagnostics, as a locked-down kernel is: what needs them says so, the rest works, and it goes on.</summary>
    [Fact]
    public void Without_diagnostics_of_its_own_a_process_is_told_so_and_goes_on()
    {
        using var program = new RunningProgram(KnownPrograms.TryEveryTool, ("DOTNET_EnableDiagnostics", "0"));
        foreach (string tool in new[] { "sampling", "allocations", "heap" })
            Assert.Matches($@"^{tool}: .*DOTNET_EnableDiagnostics=0.*[Ss]tart it (again )?without", program.ReadLine()!);
        Assert.Equal("calls: 3", program.ReadLine());
        Assert.Equal("lines: 3", program.ReadLine());
        Assert.Equal("done", program.ReadLine());
    }

    [SkippableFact]
    public void A_program_with_diagnostics_off_is_named_with_the_remedy()
    {
        Skip.IfNot(OperatingSystem.IsLinux(), "Another process's environment is read only on Linux.");
        using var program = new RunningProgram(KnownPrograms.RunUntilKilled, ("DOTNET_EnableDiagnostics", "0"));
        string message = Assert.Throws<ProfileException>(() => SamplingProfile.Attach(program.Id, 1)).Message;
        Assert.Contains("DOTNET_EnableDiagnostics=0", message);
        Assert.Contains("Start it again without", message);
        Assert.Equal(message, Assert.Single(DotnetProcess.All(), process => process.Id == program.Id).Obstacle);
    }

    [Fact]
    public void A_wrong_id_is_no_process() =>
        Assert.Contains("There is no process 2000000000", Assert.Throws<ProfileException>(() => SamplingProfile.Attach(2_000_000_000, 1)).Message);

    [SkippableFact]
    public void A_program_of_another_kind_is_named()
    {
        Skip.IfNot(OperatingSystem.IsLinux(), "Another process's memory map is read only on Linux.");
        using Process sleep = Process.Start("sleep", "30");
        try
        {
            Assert.Contains("does not run .NET", Assert.Throws<ProfileException>(() => SamplingProfile.Attach(sleep.Id, 1)).Message);
        }
        finally
        {
            sleep.Kill();
        }
    }

    [Fact]
    public void The_list_of_processes_holds_this_one_and_another()
    {
        using var program = new RunningProgram(KnownPrograms.RunUntilKilled);
        var all = DotnetProcess.All();
        Assert.Single(all, process => process.Id == Environment.ProcessId);
        DotnetProcess other = Assert.Single(all, process => process.Id == program.Id);
        Assert.Null(other.Obstacle);
        if (!OperatingSystem.IsLinux()) return;
        Assert.Equal("Course.Tests", other.Name);
        Assert.Equal(Environment.Version.ToString(), other.Runtime);
        Assert.Contains(nameof(KnownPrograms.RunUntilKilled), other.CommandLine);
        Assert.NotEqual("", other.User);
    }

    [Fact]
    public async Task A_recording_stops_at_its_size_limit_and_leaves_no_file()
    {
        using var program = new RunningProgram(KnownPrograms.RunUntilKilled);
        string[] before = Recordings();
        using (EventRecording recording = EventRecording.Start(program.Id, [RuntimeEvents.Samples, RuntimeEvents.Methods()], megabytesAtMost: 0))
        {
            await recording.Ended.WaitAsync(Ample);
            using RecordedEvents events = recording.Stop();
            Assert.True(events.StoppedAtSizeLimit);
            Assert.False(events.TargetLeft);
            Assert.True(events.Trace.EventCount > 0);
        }
        Assert.Empty(Recordings().Except(before));
    }

    [Fact]
    public async Task A_live_profile_tells_what_runs_now_and_when_the_program_ends()
    {
        using var program = new RunningProgram(KnownPrograms.RunUntilKilled);
        using LiveProfile live = LiveProfile.Start(program.Id);
        SamplingProfile profile = live.Next();
        for (int tries = 0; tries < 300 && profile.Samples < 50; tries++)
        {
            await Task.Delay(200);
            profile = live.Next();
        }
        Assert.Equal("KnownPrograms.Spend", profile.Methods[0].Method);
        program.Kill();
        await live.Ended.WaitAsync(Ample);
    }

    private static string[] Recordings() => [.. Directory.GetFiles(Path.GetTempPath(), "course-*.nettrace"), .. Directory.GetFiles(Path.GetTempPath(), "course-*.etlx")];

    private static async Task SomethingIsRecordedSince(string[] before)
    {
        for (long start = Stopwatch.GetTimestamp(); !Recordings().Except(before).Any(file => new FileInfo(file) is { Exists: true, Length: > 10_000 });)
        {
            Assert.True(Stopwatch.GetElapsedTime(start) < Ample);
            await Task.Delay(50);
        }
    }

    private static void Signal(int processId, string signal)
    {
        using Process kill = Process.Start("kill", [$"-{signal}", $"{processId}"]);
        kill.WaitForExit();
        Assert.Equal(0, kill.ExitCode);
        // The system stops a process a moment later.
        for (int tries = 0; signal == "STOP" && tries < 3000 && !Regex.IsMatch(File.ReadAllText($"/proc/{processId}/stat"), @"\) T "); tries++) Thread.Sleep(20);
    }

    /// <summary>Completes when a share of the sampling is over.</summary>
    private sealed class Progress(double share) : IProgress<double>
    {
        private readonly TaskCompletionSource _reached = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task Reached => _reached.Task;

        public void Report(double value)
        {
            if (value >= share) _reached.TrySetResult();
        }
    }
}
