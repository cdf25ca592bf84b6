using System.Diagnostics;

namespace Peers;

/// <summary>Two pieces of work at the same time, each on a thread and a core of its own; the second thread sleeps in between.</summary>
internal sealed class TwoAtOnce : IDisposable
{
    private readonly SemaphoreSlim _wake = new(0);
    private readonly Thread _second;
    private volatile Action? _work;
    private volatile int _calls, _id;
    private volatile bool _ready, _go, _done;

    public TwoAtOnce()
    {
        _second = new Thread(Help) { IsBackground = true };
        _second.Start();
        while (_id == 0) Thread.Sleep(1);
    }

    /// <summary>Milliseconds a call: both threads run so many calls, and the later one counts.</summary>
    public double Time(int calls, Action first, Action second)
    {
        (_work, _calls, _ready, _go, _done) = (second, calls, false, false, false);
        SecondCore.Bind(_id);
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
        int id = 0;
        var answering = new Thread(() =>
        {
            Volatile.Write(ref id, SecondCore.ThreadId());
            for (long heard = 0; heard < Trips;)
                if (Volatile.Read(ref cell[32]) == 2 * heard + 1) Volatile.Write(ref cell[32], 2 * ++heard);
        });
        answering.Start();
        while (Volatile.Read(ref id) == 0) Thread.Sleep(1);
        SecondCore.Bind(id);
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
        _id = SecondCore.ThreadId();
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
