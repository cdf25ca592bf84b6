using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Runtime.CompilerServices;
using Course.Profile.Sampling;
using Course.Tests.Measure;
using Xunit.Abstractions;

namespace Course.Tests.Profile.Sampling;

/// <summary>Methods that work for a while and wait for a while, each in another way: by the stopwatch it is known how long they worked.</summary>
[Collection(TimingCollection.Name)]
public sealed class WaitsTests(ITestOutputHelper output)
{
    private const double WorkMilliseconds = 4, SecondsOfEach = 0.15;
    private const int WaitMilliseconds = 8;

    /// <summary>
    /// Most waits are known by the method that waits. A blocking call into the system that the compiler has copied into its caller has no
    /// method of its own any more; there the kernel's clock of the thread decides.
    /// </summary>
    [Theory, InlineData(false), InlineData(true)]
    public void Waiting_of_every_kind_is_told_apart_from_work(bool inSystemCalls) => Accuracy.Holds(() =>
    {
        Dictionary<string, double> right = [];
        SamplingProfile profile = SamplingProfile.Of(() => right = Ways.All(inSystemCalls));
        double worst = 0;
        foreach ((string way, double share) in right)
        {
            MethodTime found = Assert.Single(profile.Methods, method => method.Method == $"WaitsTests.Ways.{way}");
            double off = found.Total / (found.Total + found.Waiting) - share;
            if (Math.Abs(off) > Math.Abs(worst)) worst = off;
            output.WriteLine($"{way}: {share + off:P0} running, by the stopwatch {share:P0}");
        }
        return worst;
    }, -0.2, 0.2, output);

    /// <summary>The runtime stops such a loop only where it looks, right behind the clock: that too is work, even before a wait.</summary>
    [Fact]
    public void A_loop_that_reads_the_clock_works() => Accuracy.Holds(() =>
    {
        double right = 0;
        SamplingProfile profile = SamplingProfile.Of(() => right = Ways.ReadsTheClock());
        MethodTime found = Assert.Single(profile.Methods, method => method.Method == "WaitsTests.Ways.ReadsTheClock");
        output.WriteLine($"{found.Total / (found.Total + found.Waiting):P0} running, by the stopwatch {right:P0}");
        return found.Total / (found.Total + found.Waiting) - right;
    }, -0.2, 0.2, output);

    private static class Ways
    {
        private static volatile int _sink;

        private static readonly Lock Held = new();
        private static readonly object Gate = new();

        public static Dictionary<string, double> All(bool inSystemCalls)
        {
            using var taken = new ManualResetEventSlim();
            using var done = new ManualResetEventSlim();
            var holder = new Thread(() => { lock (Gate) lock (Held) { taken.Set(); done.Wait(); } });
            holder.Start();
            taken.Wait();
            try
            {
                if (inSystemCalls) return new() { [nameof(WaitsForAThread)] = WaitsForAThread(holder), [nameof(WaitsForTheNetwork)] = WaitsForTheNetwork() };
                return new()
                {
                    [nameof(Sleeps)] = Sleeps(),
                    [nameof(WantsALock)] = WantsALock(),
                    [nameof(WantsAnObject)] = WantsAnObject(),
                    [nameof(WaitsForAnEvent)] = WaitsForAnEvent(),
                    [nameof(WaitsForASemaphore)] = WaitsForASemaphore(),
                    [nameof(WaitsForATask)] = WaitsForATask(),
                    [nameof(WaitsForAnItem)] = WaitsForAnItem(),
                };
            }
            finally
            {
                done.Set();
                holder.Join();
            }
        }

        [MethodImpl(MethodImplOptions.NoInlining)]
        private static double Sleeps() => InTurns(() => Thread.Sleep(WaitMilliseconds));

        [MethodImpl(MethodImplOptions.NoInlining)]
        private static double WantsALock() => InTurns(() => Held.TryEnter(WaitMilliseconds));

        [MethodImpl(MethodImplOptions.NoInlining)]
        private static double WantsAnObject() => InTurns(() => Monitor.TryEnter(Gate, WaitMilliseconds));

        [MethodImpl(MethodImplOptions.NoInlining)]
        private static double WaitsForAnEvent()
        {
            using var never = new AutoResetEvent(false);
            return InTurns(() => never.WaitOne(WaitMilliseconds));
        }

        [MethodImpl(MethodImplOptions.NoInlining)]
        private static double WaitsForASemaphore()
        {
            using var never = new SemaphoreSlim(0);
            return InTurns(() => never.Wait(WaitMilliseconds));
        }

        [MethodImpl(MethodImplOptions.NoInlining)]
        private static double WaitsForATask() => InTurns(() => Task.Delay(WaitMilliseconds).Wait());

        [MethodImpl(MethodImplOptions.NoInlining)]
        private static double WaitsForAThread(Thread other) => InTurns(() => other.Join(WaitMilliseconds));

        [MethodImpl(MethodImplOptions.NoInlining)]
        private static double WaitsForAnItem()
        {
            using var empty = new BlockingCollection<int>();
            return InTurns(() => empty.TryTake(out _, WaitMilliseconds));
        }

        [MethodImpl(MethodImplOptions.NoInlining)]
        private static double WaitsForTheNetwork()
        {
            using var listener = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
            listener.Bind(new IPEndPoint(IPAddress.Loopback, 0));
            listener.Listen();
            return InTurns(() => listener.Poll(1000 * WaitMilliseconds, SelectMode.SelectRead));
        }

        [MethodImpl(MethodImplOptions.NoInlining)]
        public static double ReadsTheClock()
        {
            long start = Stopwatch.GetTimestamp();
            double worked = 0;
            while (Stopwatch.GetElapsedTime(start).TotalSeconds < 2 * SecondsOfEach)
            {
                long begun = Stopwatch.GetTimestamp();
                while (Stopwatch.GetElapsedTime(begun).TotalMilliseconds < WorkMilliseconds) ;
                worked += Stopwatch.GetElapsedTime(begun).TotalSeconds;
                Thread.Sleep(WaitMilliseconds);
            }
            return worked / Stopwatch.GetElapsedTime(start).TotalSeconds;
        }

        private static void Compute(int steps)
        {
            int sum = 1;
            for (int i = 0; i < steps; i++) sum = sum * 31 + i;
            _sink = sum;
        }

        /// <returns>The share of the time that was work.</returns>
        private static double InTurns(Action wait)
        {
            long start = Stopwatch.GetTimestamp();
            double worked = 0;
            while (Stopwatch.GetElapsedTime(start).TotalSeconds < SecondsOfEach)
            {
                long begun = Stopwatch.GetTimestamp();
                do Compute(20_000);
                while (Stopwatch.GetElapsedTime(begun).TotalMilliseconds < WorkMilliseconds);
                worked += Stopwatch.GetElapsedTime(begun).TotalSeconds;
                wait();
            }
            return worked / Stopwatch.GetElapsedTime(start).TotalSeconds;
        }
    }
}
