using System.Diagnostics;

namespace Peers;

/// <summary>One that runs in this process.</summary>
internal sealed class HereContestant(string name, int radius, Promise promise, Action blur, Func<float[]> result, string version = "")
    : Contestant(name, radius, promise, version)
{
    public override double Time(int calls)
    {
        long start = Stopwatch.GetTimestamp();
        for (int i = 0; i < calls; i++) blur();
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }

    public override float[] Result() => result();
}
