using System.Net;
using System.Text.Json.Nodes;
using Kernel.Protocol;
using Kernel.Tests.Wire;

namespace Kernel.Tests.Protocol;

/// <summary>A message as a front end receives it.</summary>
internal sealed record Received(string Type, string ParentId, JsonObject Content);

/// <summary>One front end connected to all channels of a kernel.</summary>
internal sealed class FrontEnd : IDisposable
{
    private readonly ConnectionFile _file;

    private FrontEnd(ConnectionFile file, RawClient shell, RawClient control, RawClient stdin, RawClient iopub) =>
        (_file, Shell, Control, Stdin, Iopub) = (file, shell, control, stdin, iopub);

    public RawClient Shell { get; }

    public RawClient Control { get; }

    public RawClient Stdin { get; }

    public RawClient Iopub { get; }

    public static async Task<FrontEnd> ConnectAsync(ConnectionFile file, string identity = "front-end")
    {
        IPEndPoint At(int port) => new(IPAddress.Loopback, port);
        FrontEnd front = new(file,
            await RawClient.GreetAsync(At(file.ShellPort), "DEALER", identity),
            await RawClient.GreetAsync(At(file.ControlPort), "DEALER", identity),
            await RawClient.GreetAsync(At(file.StdinPort), "DEALER", identity),
            await RawClient.GreetAsync(At(file.IopubPort), "SUB"));
        await front.Iopub.SendAsync([1]);
        await front.Iopub.WriteAsync(ServerSocketTests.Ping());
        // The kernel's own "starting" may come before the answer.
        while ((await front.Iopub.FrameAsync())!.Value is { IsCommand: false }) { }
        return front;
    }

    /// <summary>Sends a request and gives its message id.</summary>
    public async Task<string> SendAsync(RawClient channel, string type, JsonObject content)
    {
        byte[][] parts = new MessageCodec(_file.Key).Write(type, null, content);
        await channel.SendAsync(parts);
        return JsonNode.Parse(parts[2])!["msg_id"]!.GetValue<string>();
    }

    public Task<string> ExecuteAsync(string code, bool stopOnError = true, bool silent = false, bool allowStdin = true) =>
        SendAsync(Shell, "execute_request", new JsonObject
        {
            ["code"] = code,
            ["stop_on_error"] = stopOnError,
            ["silent"] = silent,
            ["allow_stdin"] = allowStdin,
        });

    public static async Task<Received> ReceiveAsync(RawClient channel)
    {
        byte[][] parts = await channel.MessageAsync();
        int delimiter = Array.FindIndex(parts, part => part.AsSpan().SequenceEqual("<IDS|MSG>"u8));
        JsonNode Part(int offset) => JsonNode.Parse(parts[delimiter + offset])!;
        return new Received(Part(2)["msg_type"]!.GetValue<string>(), Part(3)["msg_id"]?.GetValue<string>() ?? "", Part(5).AsObject());
    }

    /// <summary>Sends on shell and gives the reply's content.</summary>
    public Task<JsonObject> AskAsync(string type, JsonObject content) => AskAsync(Shell, type, content);

    public Task<JsonObject> AskOnControlAsync(string type, JsonObject content) => AskAsync(Control, type, content);

    private async Task<JsonObject> AskAsync(RawClient channel, string type, JsonObject content)
    {
        string id = await SendAsync(channel, type, content);
        Received reply = await ReceiveAsync(channel);
        Assert.Equal((type.Replace("_request", "_reply"), id), (reply.Type, reply.ParentId));
        return reply.Content;
    }

    /// <summary>Everything broadcast for a request, from busy to idle; what belongs to others is skipped.</summary>
    public async Task<List<Received>> OutputsAsync(string id)
    {
        List<Received> outputs = [];
        while (true)
        {
            Received message = await ReceiveAsync(Iopub);
            if (message.ParentId != id) continue;
            outputs.Add(message);
            if (message.Type == "status" && message.Content["execution_state"]!.GetValue<string>() == "idle") return outputs;
        }
    }

    public void Dispose()
    {
        Shell.Dispose();
        Control.Dispose();
        Stdin.Dispose();
        Iopub.Dispose();
    }
}
