using System.Diagnostics;
using System.Runtime.ExceptionServices;
using System.Runtime.InteropServices;
using Course.Blur.Box;
using Course.Images;
using Course.Tests.Measure;

namespace Course.Tests.Blur.Box;

/// <summary>Several cores give what one gives, in place too, from many threads at once, and end when cancelled.</summary>
public partial class WorkersTests
{
    private static readonly BoxBlurOptions s_all = new() { Workers = 0 };

    [Theory]
    [InlineData(1, BoxBorder.Replicate)]
    [InlineData(1, BoxBorder.InteriorOnly)]
    [InlineData(2, BoxBorder.Wrap)]
    [InlineData(15, BoxBorder.Reflect)]
    [InlineData(50, BoxBorder.Constant)]
    [InlineData(70, BoxBorder.Reflect101)]
    public void AllCoresGiveTheSameBytes(int radius, BoxBorder border)
    {
        Plane<byte> source = Noise(1501, 1203);
        Plane<byte> one = source.Copy(), all = source.Copy(), inPlace = source.Copy();
        BoxBlur.Blur(source, one, radius, new() { Border = border });
        for (int call = 0; call < 5; call++)
        {
            BoxBlur.Blur(source, all, radius, s_all with { Border = border });
            Assert.True(one.Span.SequenceEqual(all.Span));
        }
        BoxBlur.Blur(inPlace, inPlace, radius, s_all with { Border = border });
        Assert.True(one.Span.SequenceEqual(inPlace.Span));
    }

    /// <summary>Too small to wake anybody for one at a time; in a row they wake the helpers, and then alternate between two pictures.</summary>
    [Theory]
    [InlineData(512, 256, 1)]
    [InlineData(300, 221, 1)]
    [InlineData(9000, 13, 1)]
    [InlineData(300, 221, 7)]
    public void SmallPicturesInARowGiveTheSameBytes(int width, int height, int radius)
    {
        Plane<byte>[] sources = [Noise(width, height), Noise(width, height)];
        sources[1].Span.Reverse();
        foreach (BoxBorder border in Enum.GetValues<BoxBorder>())
        {
            BoxBlurOptions options = new() { Border = border, BorderValue = 9 };
            Plane<byte>[] wanted = [Noise(width, height), Noise(width, height)], found = [Noise(width, height), Noise(width, height)];
            for (int i = 0; i < 2; i++) BoxBlur.Blur(sources[i], wanted[i], radius, options);
            for (int call = 0; call < 60; call++)
            {
                int picture = call / 20 % 2;
                Plane<byte> source = sources[picture], destination = found[picture];
                if (call % 7 == 0) source.Span.CopyTo((destination = source.Copy()).Span);
                BoxBlur.Blur(call % 7 == 0 ? destination : source, destination, radius, options with { Workers = 0 });
                Assert.True(wanted[picture].Span.SequenceEqual(destination.Span) || border == BoxBorder.InteriorOnly && call % 7 == 0);
            }
        }
    }

    [SkippableFact]
    public void HelpersSleepWhenCallsEnd()
    {
        Skip.IfNot(OperatingSystem.IsLinux(), "Only Linux shows what each thread does.");
        Plane<byte> source = Noise(1024, 1100), destination = new(1024, 1100);
        for (int call = 0; call < 20; call++) BoxBlur.Blur(source, destination, 1, s_all);
        char[] states = [];
        // Other tests of this process use the same helpers, and the machine may be busy; a helper that spins for ever is seen all the same.
        for (long start = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(start).TotalSeconds < 60 && (states.Length == 0 || states.Any(state => state != 'S'));)
        {
            Thread.Sleep(5);
            states = [.. HelperStats().Select(stat => stat[0][0])];
            if (Environment.ProcessorCount == 1) break;
        }
        if (Environment.ProcessorCount > 1) Assert.NotEmpty(states);
        Assert.All(states, state => Assert.Equal('S', state));
    }

    /// <summary>The caller stays on the core where the helper went to sleep, which is where Linux would wake it.</summary>
    [SkippableFact]
    public void AHelperWakesOnAnotherCoreThanItsCallers()
    {
        Skip.IfNot(OperatingSystem.IsLinux(), "Only Linux shows which core a thread is on.");
        Skip.If(Environment.ProcessorCount != 2, "With more than two cores there is more than one helper, and a core of its own for each.");
        const int Attempts = 21;
        Plane<byte> source = Noise(1024, 1100), destination = new(1024, 1100);
        int apart = 0, refused = 0;
        OnItsOwnThread(() =>
        {
            BoxBlur.Blur(source, destination, 1, s_all);
            for (int attempt = 0; attempt < Attempts; attempt++)
            {
                Thread.Sleep(5);
                int core = HelpersCore();
                refused += SetAffinity(0, sizeof(ulong), 1UL << core);
                for (int call = 0; call < 3; call++) BoxBlur.Blur(source, destination, 1, s_all);
                if (HelpersCore() != core) apart++;
            }
        });
        Skip.If(refused != 0, "Threads may not be bound to cores here.");
        Assert.True(apart > Attempts / 2, $"Only {apart} of {Attempts} times the helper woke on another core.");

        static int HelpersCore() => int.Parse(HelperStats().Single()[36], System.Globalization.CultureInfo.InvariantCulture);
    }

    /// <summary>What it throws fails the test; on a bare thread it would end the whole test host.</summary>
    private static void OnItsOwnThread(Action work)
    {
        Exception? thrown = null;
        var thread = new Thread(() =>
        {
            try { work(); }
            catch (Exception failure) { thrown = failure; }
        });
        thread.Start();
        thread.Join();
        if (thrown is not null) ExceptionDispatchInfo.Throw(thrown);
    }

    /// <summary>For each helper thread the fields of <c>/proc/self/task/N/stat</c> from the state on.</summary>
    private static List<string[]> HelperStats()
    {
        var helpers = new List<string[]>();
        foreach (string thread in Directory.GetDirectories("/proc/self/task"))
        {
            string stat;
            try { stat = File.ReadAllText(Path.Combine(thread, "stat")); }
            // Any other thread of the test host may end between the listing and the reading.
            catch (IOException) { continue; }
            if (stat.Contains("(box blur helper)")) helpers.Add(stat[(stat.LastIndexOf(')') + 2)..].Split(' '));
        }
        return helpers;
    }

    [Fact]
    public async Task ManyThreadsMayBlurAtOnce()
    {
        Plane<byte> source = Noise(1024, 1100), wanted = new(1024, 1100);
        BoxBlur.Blur(source, wanted, 3);
        Task[] callers = [.. Enumerable.Range(0, 6).Select(_ => Task.Factory.StartNew(() =>
        {
            var own = new Plane<byte>(1024, 1100);
            for (int call = 0; call < 20; call++)
            {
                BoxBlur.Blur(source, own, 3, s_all);
                Assert.True(own.Span.SequenceEqual(wanted.Span));
                own.Span.Clear();
            }
        }, TaskCreationOptions.LongRunning))];
        await Task.WhenAll(callers);
    }

    [Fact]
    public void CancellingEndsEveryCore()
    {
        Plane<byte> source = Noise(3000, 3000), destination = new(3000, 3000);
        using var cancel = new CancellationTokenSource();
        BoxBlurOptions options = s_all with { Cancellation = cancel.Token };
        var canceller = new Thread(() =>
        {
            Thread.Sleep(5);
            cancel.Cancel();
        });
        canceller.Start();
        void BlurForEver()
        {
            while (true) BoxBlur.Blur(source, destination, 100, options);
        }

        Assert.Throws<OperationCanceledException>(BlurForEver);
        canceller.Join();
        BoxBlur.Blur(source, destination, 1, s_all);
    }

    [Fact]
    public void NothingIsAllocatedWithAllCores()
    {
        Plane<byte> source = Noise(1024, 1100), destination = new(1024, 1100);
        BoxBlur.Blur(source, destination, 1, s_all);
        Assert.Equal(0, AllocatedBytes.Of(() => { for (int call = 0; call < 5; call++) BoxBlur.Blur(source, destination, 1, s_all); }));
    }

    [LibraryImport("libc", EntryPoint = "sched_setaffinity")]
    private static partial int SetAffinity(int thread, nuint bytes, in ulong cores);

    private static Plane<byte> Noise(int width, int height)
    {
        var plane = new Plane<byte>(width, height);
        new Random(5).NextBytes(plane.Span);
        return plane;
    }
}
