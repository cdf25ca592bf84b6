using System.Text;
using System.Text.Json.Nodes;
using Kernel.Protocol;
using Kernel.Tests.Wire;

namespace Kernel.Tests.Protocol;

public sealed class KernelServerTests : IAsyncLifetime
{
    private readonly ScriptedKernel _kernel = new();
    private FrontEnd _front = null!;

    public async Task InitializeAsync() => _front = await FrontEnd.ConnectAsync(_kernel.File);

    public async Task DisposeAsync()
    {
        _front.Dispose();
        await _kernel.DisposeAsync();
    }

    [Fact]
    public async Task Outputs_come_in_order_between_busy_and_idle()
    {
        string id = await _front.ExecuteAsync("print a\nwarn c\nshow d\nupdate e\nclear\nvalue f");
        List<Received> outputs = await _front.OutputsAsync(id);

        Assert.Equal(
            ["status", "execute_input", "stream", "stream", "display_data", "update_display_data", "clear_output", "execute_result", "status"],
            outputs.Select(output => output.Type));
        Assert.Equal("a\n", outputs[2].Content["text"]!.GetValue<string>());
        Assert.Equal("stderr", outputs[3].Content["name"]!.GetValue<string>());
        Assert.Equal("id-1", outputs[5].Content["transient"]!["display_id"]!.GetValue<string>());
        Assert.Equal(1, outputs[7].Content["execution_count"]!.GetValue<int>());
        Assert.Equal("ok", (await FrontEnd.ReceiveAsync(_front.Shell)).Content["status"]!.GetValue<string>());
    }

    [Fact]
    public async Task Failing_cell_sends_one_error_and_aborts_what_waits_behind_it()
    {
        string first = await _front.ExecuteAsync("spin");
        string second = await _front.ExecuteAsync("print never");
        await ServerSocketTests.RoundTripAsync(_front.Shell);
        await _front.AskOnControlAsync("interrupt_request", []);

        List<Received> outputs = await _front.OutputsAsync(first);
        Assert.Single(outputs, output => output.Type == "error");
        Assert.Equal("error", (await FrontEnd.ReceiveAsync(_front.Shell)).Content["status"]!.GetValue<string>());
        Assert.Equal("aborted", (await FrontEnd.ReceiveAsync(_front.Shell)).Content["status"]!.GetValue<string>());
        Assert.Equal(["status", "status"], (await _front.OutputsAsync(second)).Select(output => output.Type));

        JsonObject third = await _front.AskAsync("execute_request", new JsonObject { ["code"] = "value 1" });
        Assert.Equal(("ok", 2), (third["status"]!.GetValue<string>(), third["execution_count"]!.GetValue<int>()));
    }

    [Fact]
    public async Task Cell_that_was_on_its_way_when_another_failed_is_aborted_and_one_after_the_reply_runs()
    {
        // Long enough for a busy machine to send the second cell within it.
        await using ScriptedKernel kernel = new(abortWindow: TimeSpan.FromSeconds(5));
        using FrontEnd front = await FrontEnd.ConnectAsync(kernel.File);
        string first = await front.ExecuteAsync("fail x");
        while ((await FrontEnd.ReceiveAsync(front.Iopub)).Type != "error") { }
        await front.ExecuteAsync("print never");
        Assert.Equal(("error", first), await ReplyAsync());
        Assert.Equal("aborted", (await ReplyAsync()).Status);

        await front.ExecuteAsync("print on");
        Assert.Equal("ok", (await ReplyAsync()).Status);

        async Task<(string Status, string Request)> ReplyAsync()
        {
            Received reply = await FrontEnd.ReceiveAsync(front.Shell);
            return (reply.Content["status"]!.GetValue<string>(), reply.ParentId);
        }
    }

    [Fact]
    public async Task Without_stop_on_error_the_next_cell_runs()
    {
        await _front.ExecuteAsync("fail x", stopOnError: false);
        string second = await _front.ExecuteAsync("print on");

        Assert.Contains(await _front.OutputsAsync(second), output => output.Type == "stream");
    }

    [Fact]
    public async Task Silent_cell_shows_and_counts_nothing()
    {
        string id = await _front.ExecuteAsync("print a\nvalue b", silent: true);

        Assert.Equal(["status", "status"], (await _front.OutputsAsync(id)).Select(output => output.Type));
        Assert.Equal(0, (await FrontEnd.ReceiveAsync(_front.Shell)).Content["execution_count"]!.GetValue<int>());
    }

    [Fact]
    public async Task User_expressions_are_answered_in_the_reply()
    {
        JsonObject reply = await _front.AskAsync("execute_request", new JsonObject
        {
            ["code"] = "",
            ["user_expressions"] = new JsonObject { ["good"] = "value 42", ["bad"] = "fail x" },
        });

        Assert.Equal("42", reply["user_expressions"]!["good"]!["data"]!["text/plain"]!.GetValue<string>());
        Assert.Equal("Failure", reply["user_expressions"]!["bad"]!["ename"]!.GetValue<string>());
    }

    [Fact]
    public async Task Line_is_read_from_the_front_end_that_runs_the_cell()
    {
        using FrontEnd other = await FrontEnd.ConnectAsync(_kernel.File, "other");
        string id = await _front.ExecuteAsync("print before\nask name?");
        Received request = await FrontEnd.ReceiveAsync(_front.Stdin);
        Assert.Equal(("input_request", id, "name?"), (request.Type, request.ParentId, request.Content["prompt"]!.GetValue<string>()));

        await _front.SendAsync(_front.Stdin, "input_reply", new JsonObject { ["value"] = "Ada" });

        List<Received> outputs = await _front.OutputsAsync(id);
        Assert.Equal("Ada", outputs.Single(output => output.Type == "execute_result").Content["data"]!["text/plain"]!.GetValue<string>());
    }

    [Fact]
    public async Task Waiting_for_a_line_can_be_interrupted_and_is_not_done_where_not_allowed()
    {
        string first = await _front.ExecuteAsync("ask name?");
        await FrontEnd.ReceiveAsync(_front.Stdin);
        await _front.AskOnControlAsync("interrupt_request", []);
        Assert.Contains(await _front.OutputsAsync(first), output => output.Type == "error");

        string second = await _front.ExecuteAsync("ask name?", allowStdin: false);
        Received result = (await _front.OutputsAsync(second)).Single(output => output.Type == "execute_result");
        Assert.Equal("nobody answers", result.Content["data"]!["text/plain"]!.GetValue<string>());
    }

    [Fact]
    public async Task Control_answers_while_a_cell_runs_and_shutdown_does_not_wait_for_it()
    {
        await _front.ExecuteAsync("hang");

        Assert.Equal("C#", (await _front.AskOnControlAsync("kernel_info_request", []))["language_info"]!["name"]!.GetValue<string>());
        Assert.False((await _front.AskOnControlAsync("debug_request", []))["success"]!.GetValue<bool>());
        Assert.True((await _front.AskOnControlAsync("shutdown_request", new JsonObject { ["restart"] = true }))["restart"]!.GetValue<bool>());
        await _kernel.Running.WaitAsync(TimeSpan.FromSeconds(60));
    }

    [Fact]
    public async Task Output_of_a_background_task_still_belongs_to_its_cell()
    {
        string first = await _front.ExecuteAsync("later afterwards");
        await _front.OutputsAsync(first);
        await _front.ExecuteAsync("print x");
        Received message;
        do message = await FrontEnd.ReceiveAsync(_front.Iopub);
        while (message.Type != "stream" || message.Content["text"]!.GetValue<string>() != "afterwards");
        Assert.Equal(first, message.ParentId);
    }

    [Fact]
    public async Task Cursor_positions_count_code_points()
    {
        JsonObject reply = await _front.AskAsync("complete_request", new JsonObject { ["code"] = "😀 😀cat", ["cursor_pos"] = 6 });
        Assert.Equal("😀cats", reply["matches"]![0]!.GetValue<string>());
        Assert.Equal((2, 6), (reply["cursor_start"]!.GetValue<int>(), reply["cursor_end"]!.GetValue<int>()));

        reply = await _front.AskAsync("inspect_request", new JsonObject { ["code"] = "😀cat", ["cursor_pos"] = 1 });
        Assert.Equal("cat", reply["data"]!["text/plain"]!.GetValue<string>());
    }

    [Theory]
    [InlineData("x", "complete")]
    [InlineData("{", "incomplete")]
    [InlineData("}", "invalid")]
    public async Task Completeness_is_answered(string code, string status) =>
        Assert.Equal(status, (await _front.AskAsync("is_complete_request", new JsonObject { ["code"] = code }))["status"]!.GetValue<string>());

    [Fact]
    public async Task History_is_answered_by_tail_range_and_glob()
    {
        foreach (string code in new[] { "value 1", "value 2", "print 3", "value 2" }) await _front.AskAsync("execute_request", new JsonObject { ["code"] = code });

        Assert.Equal("[[1,3,\"print 3\"],[1,4,\"value 2\"]]", await HistoryAsync(new JsonObject { ["hist_access_type"] = "tail", ["n"] = 2 }));
        Assert.Equal("[[1,2,[\"value 2\",\"2\"]]]", await HistoryAsync(new JsonObject
        {
            ["hist_access_type"] = "range",
            ["session"] = 0,
            ["start"] = 2,
            ["stop"] = 3,
            ["output"] = true,
        }));
        Assert.Equal("[[1,1,\"value 1\"],[1,4,\"value 2\"]]", await HistoryAsync(new JsonObject
        {
            ["hist_access_type"] = "search",
            ["pattern"] = "val*",
            ["unique"] = true,
        }));
    }

    [Fact]
    public async Task Fault_of_the_session_is_an_error_reply_and_the_next_cell_runs()
    {
        Assert.Equal("error", (await _front.AskAsync("execute_request", new JsonObject { ["code"] = "bug" }))["status"]!.GetValue<string>());
        Assert.Equal("ok", (await _front.AskAsync("execute_request", new JsonObject { ["code"] = "value 1" }))["status"]!.GetValue<string>());
    }

    [Fact]
    public async Task Unsigned_and_broken_messages_are_dropped_and_logged()
    {
        byte[][] right = new MessageCodec("secret").Write("execute_request", null, new JsonObject { ["code"] = "print stolen" });
        await _front.Shell.SendAsync(new MessageCodec("guess").Write("execute_request", null, new JsonObject { ["code"] = "print stolen" }));
        await _front.Shell.SendAsync(right[..5]);
        await _front.Shell.SendAsync([1, 2, 3]);
        Random random = new(3);
        for (int round = 0; round < 2000; round++)
        {
            byte[][] broken = [.. right.Select(part => part.ToArray())];
            byte[] part = broken[random.Next(1, broken.Length)];
            part[random.Next(part.Length)] ^= (byte)random.Next(1, 256);
            await _front.Shell.SendAsync(broken);
        }

        string id = await _front.ExecuteAsync("print mine");
        Received output = (await _front.OutputsAsync(id)).Single(message => message.Type == "stream");
        Assert.Equal("mine\n", output.Content["text"]!.GetValue<string>());
        Assert.True(_kernel.Log.Count >= 2003);
        Assert.DoesNotContain(_kernel.Log, line => line.Contains("failed"));
    }

    [Fact]
    public async Task Correctly_signed_nonsense_is_answered_or_dropped_and_never_fatal()
    {
        Random random = new(4);
        string[] types = ["execute_request", "complete_request", "inspect_request", "is_complete_request", "history_request", "comm_open", "comm_msg", "", "☃"];
        JsonNode?[] values = [null, 1e300, -1, "text", "\0", new JsonArray(1, 2), new JsonObject { ["a"] = 1 }, true];
        string[] fields = ["code", "cursor_pos", "silent", "n", "session", "start", "hist_access_type", "pattern", "user_expressions", "comm_id", "data"];
        for (int round = 0; round < 500; round++)
        {
            JsonObject content = [];
            for (int i = random.Next(6); i > 0; i--) content[fields[random.Next(fields.Length)]] = values[random.Next(values.Length)]?.DeepClone();
            await _front.SendAsync(_front.Shell, types[random.Next(types.Length)], content);
        }

        MessageCodec codec = new("secret");
        foreach (string text in new[] { "", "[]", "{\"a\":1,\"a\":2}", "{\"code\":\"\\ud800\"}", "\xff", new string('[', 5000) })
        {
            byte[][] parts = codec.Write("execute_request", null, []);
            parts[5] = Encoding.Latin1.GetBytes(text);
            parts[1] = new Kernel.Wire.MessageSignature("secret").Of(parts.AsSpan(2, 4));
            await _front.Shell.SendAsync(parts);
        }

        string id = await _front.ExecuteAsync("print alive");
        Assert.Contains(await _front.OutputsAsync(id), message => message.Type == "stream");
    }

    [Fact]
    public async Task Hundred_megabytes_of_output_arrive_whole()
    {
        const int kilobytes = 100 << 10;
        string id = await _front.ExecuteAsync($"flood {kilobytes}");
        List<Received> outputs = await _front.OutputsAsync(id);

        Assert.Equal(kilobytes * 1024L, outputs.Where(output => output.Type == "stream").Sum(output => (long)output.Content["text"]!.GetValue<string>().Length));
    }

    private async Task<string> HistoryAsync(JsonObject request) => (await _front.AskAsync("history_request", request))["history"]!.ToJsonString();
}
