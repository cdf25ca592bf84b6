using Course.Profile.Pauses;

namespace Course.Tests.Profile.Pauses;

[Collection("Timing")]
public class GcProfileTests
{
    [Fact]
    public void Every_collection_is_heard_with_its_generation()
    {
        int call = 0;
        GcProfile profile = GcProfile.Of(20, 2, () => { if (++call % 5 == 0) GC.Collect(call % 10 == 0 ? 2 : 0, GCCollectionMode.Forced, blocking: true); });
        Assert.InRange(profile.Collections[0], 4, 40);
        Assert.True(profile.Pauses.Count >= profile.Collections[0], $"{profile.Pauses.Count} pauses of {profile.Collections[0]} collections");
        Assert.Contains(profile.Pauses, pause => pause.Generation == 2);
        Assert.All(profile.Pauses, pause => Assert.InRange(pause.AtMilliseconds, -50, profile.Elapsed.TotalMilliseconds + 50));
        Assert.True(profile.PauseShare > 0);
    }

    [Fact]
    public void A_call_behind_a_slow_one_is_late_too()
    {
        int call = 0;
        GcProfile profile = GcProfile.Of(30, 2, () => { if (call++ == 10) Thread.Sleep(30); });
        Assert.True(profile.Latencies[9] >= 30 && profile.Latencies[11] > 20, string.Join(' ', profile.Latencies));
        Assert.True(profile.Percentiles.First().Milliseconds <= profile.Percentiles.Last().Milliseconds);
    }
}
