using System.Diagnostics;
using Course.Measure;
using Course.Measure.Counting;

namespace Course.Tests.Measure.Counting;

[Collection(TimingCollection.Name)]
public sealed class CountersTests
{
    private const int Pages = 2000;

    [SkippableFact]
    public void TouchingFreshPagesFaultsOnceForEach()
    {
        SkipUnlessLinux();
        // The least of five: the compiler and the collector of this process may fault meanwhile, which adds and never takes away.
        var faults = Enumerable.Range(0, 5).Select(_ =>
        {
            using var memory = new FreshPages(Pages);
            return (Fresh: Faults("fresh pages", memory.TouchEach), Same: Faults("the same pages", memory.TouchEach));
        }).ToArray();
        Assert.InRange(faults.Min(each => each.Fresh), Pages, Pages + 200);
        Assert.InRange(faults.Min(each => each.Same), 0, 200);
    }

    [SkippableFact]
    public void ThreadsThatTheWorkStartsOrWakesAreCounted()
    {
        SkipUnlessLinux();
        Assert.InRange(Enumerable.Range(0, 5).Min(_ =>
        {
            using FreshPages started = new(Pages), woken = new(Pages);
            using SemaphoreSlim go = new(0), done = new(0);
            Task.Factory.StartNew(() => { go.Wait(); woken.TouchEach(); done.Release(); }, TaskCreationOptions.LongRunning);
            return Faults("two threads", () =>
            {
                var thread = new Thread(started.TouchEach);
                thread.Start();
                go.Release();
                done.Wait();
                thread.Join();
            });
        }), 2 * Pages, 2 * Pages + 400);
    }

    [SkippableFact]
    public void TheTaskClockIsTheProcessorTimeOfTheProcess()
    {
        TimeSpan spent = default;
        CounterTable counted = Counters.Measure("spinning", () =>
        {
            TimeSpan before = Environment.CpuUsage.TotalTime;
            long start = Stopwatch.GetTimestamp();
            while (Stopwatch.GetElapsedTime(start).TotalMilliseconds < 60) ;
            spent = Environment.CpuUsage.TotalTime - before;
        });
        // The system's own books advance in ticks of up to 10 ms.
        Assert.InRange(counted.Value(CounterKind.TaskClock)!.Value, spent.TotalMilliseconds - 15, spent.TotalMilliseconds + 30);
        Assert.True(counted.Value(CounterKind.Elapsed) >= 60);
        Assert.True(counted.CpusUsed() > 0);
    }

    [SkippableFact]
    public void EachWaitIsAContextSwitch()
    {
        SkipUnlessLinux();
        CounterTable counted = Counters.Measure("sleeping", () => { for (int i = 0; i < 20; i++) Thread.Sleep(1); });
        Assert.True(counted.Value(CounterKind.ContextSwitches) >= 20);
        Assert.True(counted.CpusUsed() < 1);
    }

    /// <summary>Where the processor's counters are hidden, as in most virtual machines, each row says so; where they are not, they count.</summary>
    [Fact]
    public void ProcessorCountersCountOrSayWhyNot()
    {
        int sum = 0;
        CounterTable counted = Counters.Measure("a million additions", () => { for (int i = 0; i < 1_000_000; i++) sum += i; });
        var hardware = counted.Where(row => CounterDefinition.Named(row.Counter).IsHardware).ToArray();
        Assert.Equal(6, hardware.Length);
        if (Counters.WhyNoHardware() is { } refusal)
        {
            Assert.All(hardware, row => Assert.Equal(("-", true), (row.Count, row.Note.Length > 0)));
            Assert.Contains(refusal.Remedy, counted.Remedy);
            Assert.Contains(refusal.Reason, counted.ToString());
        }
        else Assert.InRange(counted.Value(CounterKind.Instructions)!.Value, 1e6, 1e9);
        Assert.Equal(CounterDefinition.All.Select(one => one.Name), counted.Select(row => row.Counter));
        Assert.All(counted, row => Assert.Equal(row.Value() is null ? CounterOrigin.NotCounted : CounterOrigin.Measured, row.Origin));
        Assert.Contains(Machine.Current.Cpu, counted.Source);
        Assert.Contains("An empty run", counted.Overhead);
    }

    [SkippableFact]
    public void WorkThatThrowsThrowsAndLeavesNoFileOpen()
    {
        SkipUnlessLinux();
        Counters.Measure(() => { });
        int before = Directory.GetFiles("/proc/self/fd").Length;
        for (int i = 0; i < 5; i++) Assert.Throws<FormatException>(() => Counters.Measure(() => throw new FormatException()));
        Assert.InRange(Directory.GetFiles("/proc/self/fd").Length, 0, before + 8);
    }

    private static double Faults(string label, Action work) => Counters.Measure(label, work).Value(CounterKind.PageFaults)!.Value;

    private static void SkipUnlessLinux() => Skip.IfNot(OperatingSystem.IsLinux(), "Only Linux counts page faults and switches for one process.");
}
