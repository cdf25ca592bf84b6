using System.Diagnostics;

namespace Peers;

/// <summary>Two pieces of work at the same time, each on a thread of its own; the second thread sleeps in between.</summary>
internal sealed class TwoAtOnce : IDisposable
{
    private readonly SemaphoreSlim _wake = new(0);
    private readonly Thread _second;
    private volatile Action? _work;
    private volatile int _calls;
    private volatile bool _ready, _go, _done;

    public TwoAtOnce()
    {
        _second = new Thread(Help) { IsBackground = true };
        _second.Start();
    }

    /// <summary>Milliseconds a call: both threads run so many calls, and the later one counts.</summary>
    public double Time(int calls, Action first, Action second)
    {
        (_work, _calls, _ready, _go, _done) = (second, calls, false, false, false);
        _wake.Release();
        while (!_ready)
        {
        }
        long start = Stopwatch.GetTimestamp();
        _go = true;
        for (int i = 0; i < calls; i++) first();
        while (!_done)
        {
        }
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds / calls;
    }

    /// <summary>Nanoseconds until a number has gone to the other core and an answer has come back.</summary>
    public static double RoundTripNanoseconds()
    {
        const int Trips = 100_000;
        // The number the two hand to each other, with nothing else in its cache line.
        long[] cell = new long[64];
        var answering = new Thread(() =>
        {
            for (long heard = 0; heard < Trips;)
                if (Volatile.Read(ref cell[32]) == 2 * heard + 1) Volatile.Write(ref cell[32], 2 * ++heard);
        });
        answering.Start();
        long start = Stopwatch.GetTimestamp();
        for (long trip = 0; trip < Trips; trip++)
        {
            Volatile.Write(ref cell[32], 2 * trip + 1);
            while (Volatile.Read(ref cell[32]) != 2 * trip + 2)
            {
            }
        }
        double nanoseconds = Stopwatch.GetElapsedTime(start).TotalNanoseconds / Trips;
        answering.Join();
        return nanoseconds;
    }

    public void Dispose()
    {
        _work = null;
        _wake.Release();
        _second.Join();
        _wake.Dispose();
    }

    private void Help()
    {
        while (true)
        {
            _wake.Wait();
            if (_work is not { } work) return;
            _ready = true;
            while (!_go)
            {
            }
            for (int i = _calls; i > 0; i--) work();
            _done = true;
        }
    }
}
