using Course.Measure;
using Course.Patterns;

namespace Course.Tests.Patterns;

/// <summary>Against the real server: every form fetches every page, and the server itself counts how many it answered at once.</summary>
public sealed class WaitingTests
{
    private const int Pages = 12, LettersOfAPage = 4;

    [Fact]
    public async Task EveryFormFetchesAllPagesWithTheConcurrencyItPromises()
    {
        await using DelayServer server = await DelayServer.StartAsync(TimeSpan.FromMilliseconds(20));
        using var client = new HttpClient();
        await Fetches(() => Requests.Sequential(client, server.Address, Pages), 1, 1);
        await Fetches(() => Requests.Bounded(client, server.Address, Pages, 3), 1, 3);
        await Fetches(() => Requests.Channels(client, server.Address, Pages, 3), 1, 3);
        await Fetches(() => Requests.Async(client, server.Address, Pages), 2, Pages);
        await Fetches(() => Requests.Threads(client, server.Address, Pages), 1, Pages);
        await Fetches(() => Requests.ParallelFor(client, server.Address, Pages), 1, Pages);

        async Task Fetches(Func<Task<int>> form, int least, int most)
        {
            server.Forget();
            Assert.Equal(Pages * LettersOfAPage, await form());
            Assert.Equal(Pages, server.Served);
            Assert.InRange(server.MostAtOnce, least, most);
        }
    }

    [Fact]
    public async Task TwoServersShareNothing()
    {
        await using DelayServer one = await DelayServer.StartAsync(TimeSpan.Zero), two = await DelayServer.StartAsync(TimeSpan.Zero);
        using var client = new HttpClient();
        await client.GetStringAsync(one.Address);
        Assert.NotEqual(one.Address, two.Address);
        Assert.Equal((1, 0), (one.Served, two.Served));
    }

    [Fact]
    public async Task EveryFormOfTheHeavyWorkGivesTheSameSum()
    {
        double expected = HeavyWork.Sequential(5, 1000);
        Assert.Equal(expected, HeavyWork.ParallelFor(5, 1000), 1e-6);
        Assert.Equal(expected, HeavyWork.Threads(5, 1000), 1e-6);
        Assert.Equal(expected, await HeavyWork.AsyncOnly(5, 1000), 1e-6);
    }

    [Theory]
    [InlineData(0, 8, 8)]
    [InlineData(1, 8, 1)]
    [InlineData(0.5, 2, 4.0 / 3)]
    [InlineData(0.1, double.PositiveInfinity, 10)]
    public void AmdahlsLaw(double share, double cores, double faster) => Assert.Equal(faster, HeavyWork.Amdahl(share, cores), 1e-12);

    [Fact]
    public async Task SleepingIsToldFromSpinning()
    {
        CpuUse asleep = await CpuUse.OfAsync("asleep", () => Task.Delay(300));
        Assert.InRange(asleep.Milliseconds, 290, 60_000);
        // On the thread's own clock alone: other tests compute in this process at the same time.
        CpuUse spinning = CpuUse.Of("spinning", () => HeavyWork.Sequential(4, 30_000_000));
        Assert.True(spinning.CpuMilliseconds > 50, spinning.ToString());
        Assert.Equal(spinning.CpuMilliseconds / spinning.Milliseconds, spinning.CoresBusy, 1e-9);
    }

    [Fact]
    public void EveryProbeOfThePoolIsAnswered()
    {
        var waited = Starvation.Probe(4, TimeSpan.FromMilliseconds(60), blocking: true);
        Assert.NotEmpty(waited);
        Assert.All(waited, one => Assert.True(one.WaitedMilliseconds >= 0));
        Assert.Equal(waited.OrderBy(one => one.AtMilliseconds), waited);
    }
}
