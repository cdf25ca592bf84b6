using System.Diagnostics;
using Course.Profile;
using Course.Profile.Events;
using Course.Profile.Sampling;
using Course.Tests.Measure;
using Xunit.Abstractions;

namespace Course.Tests.Profile.Sampling;

/// <summary>What can go wrong with another process, each with its sentence.</summary>
[Collection(TimingCollection.Name)]
public class AttachTests(ITestOutputHelper output)
{
    [Fact]
    public async Task A_program_that_ends_midway_leaves_a_profile_with_names()
    {
        using var program = new RunningProgram(KnownPrograms.RunUntilKilled);
        Task<SamplingProfile> profiling = Task.Run(() => SamplingProfile.Attach(program.Id, 20));
        await Task.Delay(2500);
        program.Kill();
        SamplingProfile profile = await profiling;
        output.WriteLine(profile.ToString());
        Assert.Contains(profile.Notes, note => note.Contains("ended while it was being sampled", StringComparison.Ordinal));
        Assert.Contains(profile.Methods, method => method.Method == "KnownPrograms.Spend" && method.HotLine is not null);
        Assert.Single(profile.Methods, method => method.Method == "KnownPrograms.ThreeQuarters");
        Assert.True(profile.Overhead.Duration < TimeSpan.FromSeconds(15));
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
        string[] before = Files();
        using (EventRecording recording = EventRecording.Start(program.Id, [RuntimeEvents.Samples, RuntimeEvents.Methods()], megabytesAtMost: 0))
        {
            await recording.Ended.WaitAsync(TimeSpan.FromSeconds(20));
            using RecordedEvents events = recording.Stop();
            Assert.True(events.StoppedAtSizeLimit);
            Assert.False(events.TargetLeft);
            Assert.True(events.Trace.EventCount > 0);
        }
        Assert.Empty(Files().Except(before));

        static string[] Files() => Directory.GetFiles(Path.GetTempPath(), "course-*.nettrace").Concat(Directory.GetFiles(Path.GetTempPath(), "course-*.etlx")).ToArray();
    }

    [Fact]
    public async Task A_live_profile_tells_what_runs_now_and_when_the_program_ends()
    {
        using var program = new RunningProgram(KnownPrograms.RunUntilKilled);
        using LiveProfile live = LiveProfile.Start(program.Id);
        SamplingProfile profile = live.Next();
        for (int tries = 0; tries < 50 && profile.Samples < 50; tries++)
        {
            await Task.Delay(200);
            profile = live.Next();
        }
        Assert.Equal("KnownPrograms.Spend", profile.Methods[0].Method);
        program.Kill();
        await live.Ended.WaitAsync(TimeSpan.FromSeconds(10));
    }
}
