using Display;
using Kernel.Session;

namespace Kernel.Tests.Protocol;

/// <summary>A session whose cells are one word and its argument, so that the protocol is tested without a compiler.</summary>
internal sealed class ScriptedSession : ISession
{
    private TaskCompletionSource _nextCell = new();

    public async Task<CellOutcome> RunAsync(string source, ICellOutput output, CancellationToken interrupt, int? number = null)
    {
        Interlocked.Exchange(ref _nextCell, new TaskCompletionSource()).SetResult();
        foreach (string line in source.Split('\n'))
        {
            string[] words = line.Split(' ', 2);
            string argument = words.ElementAtOrDefault(1) ?? "";
            switch (words[0])
            {
                case "print":
                    output.Stream("stdout", argument + "\n");
                    break;
                case "warn":
                    output.Stream("stderr", argument + "\n");
                    break;
                case "value":
                    output.Result(MimeBundle.Text(argument));
                    break;
                case "show":
                    output.Display(MimeBundle.Text(argument), "id-1", update: false);
                    break;
                case "update":
                    output.Display(MimeBundle.Text(argument), "id-1", update: true);
                    break;
                case "clear":
                    output.Clear(wait: true);
                    break;
                case "ask":
                    try
                    {
                        output.Result(MimeBundle.Text(output.ReadLine(argument, password: false) ?? "nobody answers"));
                    }
                    catch (OperationCanceledException)
                    {
                        return new CellOutcome(new CellError("Interrupted", "The cell was interrupted.", 1, []));
                    }

                    break;
                case "later":
                    // When the next cell begins, so that this one's last message is out whatever the machine's speed.
                    _ = _nextCell.Task.ContinueWith(_ => output.Stream("stdout", argument), TaskScheduler.Default);
                    break;
                case "fail":
                    return new CellOutcome(new CellError("Failure", argument, 1, ["line 1", "line 2"]));
                case "bug":
                    throw new InvalidOperationException("a session must not throw, this one does");
                case "flood":
                    for (int i = 0; i < int.Parse(argument); i++) output.Stream("stdout", new string('x', 1023) + "\n");
                    break;
                case "spin":
                    await Task.Delay(Timeout.Infinite, interrupt).ContinueWith(_ => { }, TaskScheduler.Default);
                    return new CellOutcome(new CellError("Interrupted", "The cell was interrupted.", 1, []));
                case "hang":
                    await Task.Delay(Timeout.Infinite, CancellationToken.None);
                    break;
            }
        }

        return new CellOutcome(null);
    }

    /// <summary>Completes the word before the cursor with an s.</summary>
    public Task<Completions> CompleteAsync(string source, int cursor, CancellationToken stop)
    {
        int start = source.LastIndexOf(' ', Math.Max(cursor - 1, 0)) + 1;
        return Task.FromResult(new Completions(start, cursor, [new Completion(source[start..cursor] + "s", "method", "()")]));
    }

    public Task<MimeBundle?> InspectAsync(string source, int cursor, CancellationToken stop) =>
        Task.FromResult(cursor < source.Length ? MimeBundle.Text(source[cursor..]) : null);

    public Completeness CompletenessOf(string source) =>
        source.EndsWith('{') ? Completeness.Incomplete : source.EndsWith('}') ? Completeness.Invalid : Completeness.Complete;

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
