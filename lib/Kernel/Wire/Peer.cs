using System.Text;
using System.Threading.Channels;

namespace Kernel.Wire;

/// <summary>One connected client: handshake, incoming messages, and a queue of outgoing bytes that one loop writes.</summary>
public sealed class Peer : IDisposable
{
    private const int PartsLimit = 1024;
    private static readonly TimeSpan HandshakeLimit = TimeSpan.FromSeconds(30);

    private readonly Stream _stream;
    private readonly FrameReader _frames;
    private readonly Channel<byte[]> _outgoing = Channel.CreateUnbounded<byte[]>(new UnboundedChannelOptions { SingleReader = true });
    private readonly CancellationTokenSource _closed = new();
    private long _queuedBytes;

    public Peer(Stream stream)
    {
        _stream = stream;
        _frames = new FrameReader(new BufferedStream(stream, 64 << 10));
    }

    /// <summary>The name the client gave itself; empty when it gave none.</summary>
    public byte[] Identity { get; private set; } = [];

    /// <summary>The client's socket type, for example DEALER.</summary>
    public string SocketType { get; private set; } = "";

    public bool IsClosed => _closed.IsCancellationRequested;

    /// <summary>Bytes handed to <see cref="Send"/> that the operating system has not taken yet.</summary>
    public long QueuedBytes => Interlocked.Read(ref _queuedBytes);

    /// <summary>Greets and exchanges READY. False where the client went away before it said anything, as a port probe does.</summary>
    /// <exception cref="WireException">The client speaks something else.</exception>
    public async Task<bool> HandshakeAsync(string ownSocketType)
    {
        using CancellationTokenSource limit = CancellationTokenSource.CreateLinkedTokenSource(_closed.Token);
        limit.CancelAfter(HandshakeLimit);
        await _stream.WriteAsync(Greeting.Ours(), limit.Token);

        byte[] greeting = new byte[Greeting.Bytes];
        int first = await _stream.ReadAtLeastAsync(greeting.AsMemory(0, Greeting.SignatureBytes), Greeting.SignatureBytes, false, limit.Token);
        if (first == 0) return false;
        if (first < Greeting.SignatureBytes || !Greeting.IsSignature(greeting)) throw new WireException("no ZMTP greeting");
        await _stream.ReadExactlyAsync(greeting.AsMemory(Greeting.SignatureBytes), limit.Token);
        Greeting.Check(greeting);

        await _stream.WriteAsync(FrameWriter.Command(Command.Ready(ownSocketType).Encode()), limit.Token);
        Frame ready = await _frames.ReadAsync(limit.Token) ?? throw new EndOfStreamException();
        Command command = ready.IsCommand ? Command.Parse(ready.Body) : throw new WireException("a message before READY");
        if (command.Name != "READY") throw new WireException($"{command.Name} instead of READY");
        Dictionary<string, byte[]> properties = command.Properties();
        SocketType = Encoding.ASCII.GetString(properties.GetValueOrDefault("Socket-Type", []));
        Identity = properties.GetValueOrDefault("Identity", []);
        return true;
    }

    /// <summary>The parts of the next message, or null when the client has gone. Commands on the way go to <paramref name="onCommand"/>.</summary>
    /// <exception cref="WireException">The client broke the grammar or a limit.</exception>
    public async ValueTask<byte[][]?> ReceiveAsync(Action<Command> onCommand)
    {
        List<byte[]> parts = [];
        long bytes = 0;
        while (await _frames.ReadAsync(_closed.Token) is { } frame)
        {
            if (frame.IsCommand)
            {
                Command command = Command.Parse(frame.Body);
                if (command.Name == "PING") Send(FrameWriter.Command(command.Pong().Encode()));
                else onCommand(command);
                continue;
            }

            parts.Add(frame.Body);
            bytes += frame.Body.Length;
            if (parts.Count > PartsLimit || bytes > FrameReader.BodyLimitBytes) throw new WireException("a message beyond the limits");
            if (!frame.More) return [.. parts];
        }

        return null;
    }

    /// <summary>Queues bytes that <see cref="FrameWriter"/> made; never waits. Bytes for a closed peer are forgotten.</summary>
    public void Send(byte[] bytes)
    {
        Interlocked.Add(ref _queuedBytes, bytes.Length);
        _outgoing.Writer.TryWrite(bytes);
    }

    /// <summary>Writes what is queued until the peer is closed.</summary>
    public async Task WriteLoopAsync()
    {
        try
        {
            await foreach (byte[] bytes in _outgoing.Reader.ReadAllAsync(_closed.Token))
            {
                await _stream.WriteAsync(bytes, _closed.Token);
                Interlocked.Add(ref _queuedBytes, -bytes.Length);
            }
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException or OperationCanceledException)
        {
            Dispose();
        }
    }

    public void Dispose()
    {
        _closed.Cancel();
        _outgoing.Writer.TryComplete();
        _stream.Dispose();
    }
}
