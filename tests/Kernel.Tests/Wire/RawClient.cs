using System.Net;
using System.Net.Sockets;
using System.Text;
using Kernel.Wire;

namespace Kernel.Tests.Wire;

/// <summary>A ZMTP client that can also misbehave, byte by byte.</summary>
internal sealed class RawClient : IDisposable
{
    private readonly NetworkStream _stream;
    private readonly FrameReader _frames;

    private RawClient(Socket socket)
    {
        _stream = new NetworkStream(socket, ownsSocket: true);
        _frames = new FrameReader(_stream);
    }

    public static async Task<RawClient> ConnectAsync(EndPoint address)
    {
        Socket socket = new(address.AddressFamily, SocketType.Stream, ProtocolType.Unspecified);
        await socket.ConnectAsync(address);
        return new RawClient(socket);
    }

    public static async Task<RawClient> GreetAsync(EndPoint address, string socketType, string identity = "", byte minorVersion = 1)
    {
        RawClient client = await ConnectAsync(address);
        byte[] greeting = Greeting.Ours();
        greeting[11] = minorVersion;
        await client.WriteAsync(greeting);
        await client._stream.ReadExactlyAsync(new byte[Greeting.Bytes]);
        byte[] name = Encoding.ASCII.GetBytes(identity);
        byte[] extra = [8, .. "Identity"u8, 0, 0, 0, (byte)name.Length, .. name];
        Command ready = Command.Ready(socketType);
        await client.WriteAsync(FrameWriter.Command((ready with { Data = (byte[])[.. ready.Data.Span, .. extra] }).Encode()));
        Assert.Equal("READY", Command.Parse((await client.FrameAsync())!.Value.Body).Name);
        return client;
    }

    public Task WriteAsync(byte[] bytes) => _stream.WriteAsync(bytes).AsTask();

    public Task SendAsync(params byte[][] parts) => WriteAsync(FrameWriter.Message(parts));

    public async Task<Frame?> FrameAsync()
    {
        using CancellationTokenSource limit = new(TimeSpan.FromSeconds(60));
        return await _frames.ReadAsync(limit.Token);
    }

    public async Task<byte[][]> MessageAsync()
    {
        List<byte[]> parts = [];
        while (true)
        {
            Frame frame = await FrameAsync() ?? throw new EndOfStreamException();
            parts.Add(frame.Body);
            if (!frame.More) return [.. parts];
        }
    }

    /// <summary>Whether the server has closed this connection.</summary>
    public async Task<bool> IsClosedAsync()
    {
        try
        {
            return await FrameAsync() is null;
        }
        catch (IOException)
        {
            return true;
        }
    }

    public void Dispose() => _stream.Dispose();
}
