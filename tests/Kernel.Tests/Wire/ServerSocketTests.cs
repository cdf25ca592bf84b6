using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Kernel.Wire;

namespace Kernel.Tests.Wire;

public sealed class ServerSocketTests
{
    private static readonly IPEndPoint AnyPort = new(IPAddress.Loopback, 0);
    private readonly ConcurrentQueue<string> _log = new();

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public async Task Heartbeat_echoes_all_parts(byte minorVersion)
    {
        await using RepSocket server = new(AnyPort, _log.Enqueue);
        using RawClient client = await RawClient.GreetAsync(server.Address, "REQ", minorVersion: minorVersion);

        await client.SendAsync([], [1, 2, 3]);

        Assert.Equal([[], [1, 2, 3]], await client.MessageAsync());
    }

    [Fact]
    public async Task Unix_socket_works_as_tcp_does_and_leaves_no_file()
    {
        string path = Path.Combine(Path.GetTempPath(), $"wire-{Guid.NewGuid():N}");
        EndPoint address = LoopbackAddress.Of("ipc", path, 1);
        await using (RepSocket server = new(address, _log.Enqueue))
        {
            using RawClient client = await RawClient.GreetAsync(address, "REQ");
            await client.SendAsync([7]);
            Assert.Equal([[7]], await client.MessageAsync());
        }

        Assert.False(File.Exists($"{path}-1"));
    }

    [Theory]
    [InlineData("0.0.0.0")]
    [InlineData("192.168.1.2")]
    [InlineData("*")]
    public void Address_that_others_can_reach_is_refused(string ip) =>
        Assert.Contains("loopback", Assert.Throws<NotSupportedException>(() => LoopbackAddress.Of("tcp", ip, 1)).Message);

    [Fact]
    public async Task Reply_goes_to_the_connection_that_asked_even_when_two_share_an_identity()
    {
        await using RouterSocket server = Echo();
        using RawClient first = await RawClient.GreetAsync(server.Address, "DEALER", "same");
        using RawClient second = await RawClient.GreetAsync(server.Address, "DEALER", "same");

        await first.SendAsync([1]);
        await second.SendAsync([2]);

        Assert.Equal([[1]], await first.MessageAsync());
        Assert.Equal([[2]], await second.MessageAsync());
    }

    [Fact]
    public async Task Reply_to_a_closed_connection_goes_to_the_newest_of_that_identity()
    {
        TaskCompletionSource<Route> asked = new();
        await using RouterSocket server = new(AnyPort, _log.Enqueue, (route, _) => asked.SetResult(route));
        using (RawClient first = await RawClient.GreetAsync(server.Address, "DEALER", "same")) await first.SendAsync([1]);
        Route route = await asked.Task;
        while (!route.Connection.IsClosed) await Task.Delay(1);
        using RawClient second = await RawClient.GreetAsync(server.Address, "DEALER", "same");

        while (!server.Send(route, [[9]])) await Task.Delay(1);

        Assert.Equal([[9]], await second.MessageAsync());
    }

    [Fact]
    public async Task Subscribers_get_what_they_asked_for()
    {
        await using PubSocket server = new(AnyPort, _log.Enqueue);
        using RawClient everything = await RawClient.GreetAsync(server.Address, "SUB", minorVersion: 0);
        using RawClient some = await RawClient.GreetAsync(server.Address, "SUB");
        await everything.SendAsync([1]);
        await some.WriteAsync(FrameWriter.Command(new Command("SUBSCRIBE", Encoding.ASCII.GetBytes("b")).Encode()));
        await RoundTripAsync(everything, some);

        await server.SendAsync(["a"u8.ToArray()]);
        await server.SendAsync(["b"u8.ToArray()]);

        Assert.Equal(["a"u8.ToArray()], await everything.MessageAsync());
        Assert.Equal(["b"u8.ToArray()], await everything.MessageAsync());
        Assert.Equal(["b"u8.ToArray()], await some.MessageAsync());

        await some.WriteAsync(FrameWriter.Command(new Command("CANCEL", Encoding.ASCII.GetBytes("b")).Encode()));
        await RoundTripAsync(some);
        await server.SendAsync(["b"u8.ToArray()]);
        await everything.SendAsync([0]);
        Assert.Equal(["b"u8.ToArray()], await everything.MessageAsync());
        await RoundTripAsync(some);
    }

    [Fact]
    public async Task What_a_client_does_wrong_ends_only_its_own_connection()
    {
        await using RouterSocket server = Echo();
        using RawClient good = await RawClient.GreetAsync(server.Address, "DEALER");
        using RawClient http = await RawClient.ConnectAsync(server.Address);
        using RawClient wrongType = await RawClient.GreetAsync(server.Address, "SUB");
        using RawClient badFrame = await RawClient.GreetAsync(server.Address, "DEALER");
        (await RawClient.ConnectAsync(server.Address)).Dispose();

        await http.WriteAsync("GET / HTTP/1.1\r\nHost: x\r\n\r\n"u8.ToArray());
        await badFrame.WriteAsync([0xff, 0xff]);

        Assert.True(await wrongType.IsClosedAsync());
        Assert.True(await badFrame.IsClosedAsync());
        await good.SendAsync([5]);
        Assert.Equal([[5]], await good.MessageAsync());
        // Its greeting is answered before it is read, so nothing tells this client when the server has refused it.
        Assert.True(SpinWait.SpinUntil(() => _log.Any(line => line.Contains("no ZMTP greeting")), TimeSpan.FromSeconds(60)));
        Assert.Contains(_log, line => line.Contains("frame flags 0xff"));
    }

    [Fact]
    public async Task Random_bytes_at_any_stage_leave_the_server_answering()
    {
        Random random = new(2);
        await using RouterSocket server = Echo();
        for (int round = 0; round < 300; round++)
        {
            bool greeted = round % 2 == 0;
            using RawClient client = greeted ? await RawClient.GreetAsync(server.Address, "DEALER") : await RawClient.ConnectAsync(server.Address);
            byte[] noise = new byte[random.Next(1, 200)];
            random.NextBytes(noise);
            if (greeted) noise[0] &= 7;
            else if (round % 4 == 1) Greeting.Ours().AsSpan(0, Math.Min(noise.Length, random.Next(1, 64))).CopyTo(noise);
            try
            {
                await client.WriteAsync(noise);
            }
            catch (IOException)
            {
                // Already refused.
            }
        }

        using RawClient good = await RawClient.GreetAsync(server.Address, "DEALER");
        await good.SendAsync([5]);
        Assert.Equal([[5]], await good.MessageAsync());
    }

    [Fact]
    public async Task Fast_publisher_waits_for_a_slow_subscriber_and_loses_nothing()
    {
        const int messages = 100, messageBytes = 1 << 20;
        await using PubSocket server = new(AnyPort, _log.Enqueue);
        using RawClient slow = await RawClient.GreetAsync(server.Address, "SUB");
        await slow.SendAsync([1]);
        await RoundTripAsync(slow);

        Task sending = Task.Run(async () =>
        {
            for (int i = 0; i < messages; i++) await server.SendAsync([[(byte)i], new byte[messageBytes]]);
        });
        await Task.Delay(200);
        Assert.False(sending.IsCompleted);
        for (int i = 0; i < messages; i++) Assert.Equal(i, (await slow.MessageAsync())[0][0]);
        await sending;
    }

    private RouterSocket Echo()
    {
        RouterSocket? server = null;
        server = new RouterSocket(AnyPort, _log.Enqueue, (route, parts) => server!.Send(route, parts));
        return server;
    }

    internal static byte[] Ping() => FrameWriter.Command(new Command("PING", new byte[] { 0, 0, 42 }).Encode());

    // Commands are handled in order, so after the PONG everything sent before has taken effect.
    internal static async Task RoundTripAsync(params RawClient[] clients)
    {
        foreach (RawClient client in clients)
        {
            await client.WriteAsync(Ping());
            Command pong = Command.Parse((await client.FrameAsync())!.Value.Body);
            Assert.Equal(("PONG", 42), (pong.Name, pong.Data.Span[0]));
        }
    }
}
