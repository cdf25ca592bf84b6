using Display;
using Kernel.Session.Compiling;
using Kernel.Session.Directives;
using Kernel.Session.Running;

namespace Kernel.Session;

/// <summary>A session of C# cells, compiled optimised, with Python and page formats beside them.</summary>
public sealed class CSharpSession : ISession
{
    private readonly ShadowFolder _shadows = new();
    private readonly OutputSender _sender = new();
    private readonly SemaphoreSlim _oneAtATime = new(1, 1);
    private readonly CellLanguages _languages;
    private int _cells;

    public CSharpSession()
    {
        ConsoleCapture.Install();
        _languages = new(_shadows);
    }

    public async Task<CellOutcome> RunAsync(string source, ICellOutput output, CancellationToken interrupt)
    {
        await _oneAtATime.WaitAsync(CancellationToken.None).ConfigureAwait(false);
        try
        {
            var run = new CellRun(++_cells, output, _sender, interrupt);
            var thread = new CellThread(run, thread => _languages.Run(source, run, thread));
            CellError? error = await thread.RunAsync().ConfigureAwait(false);
            await _sender.FlushAsync(output).ConfigureAwait(false);
            return new(error);
        }
        finally { _oneAtATime.Release(); }
    }

    public Task<Completions> CompleteAsync(string source, int cursor, CancellationToken stop) =>
        Task.FromResult(new Completions(cursor, cursor, []));

    public Task<MimeBundle?> InspectAsync(string source, int cursor, CancellationToken stop) => Task.FromResult<MimeBundle?>(null);

    public Completeness CompletenessOf(string source) => Completeness.Complete;

    public ValueTask DisposeAsync()
    {
        _sender.Dispose();
        _shadows.Dispose();
        _oneAtATime.Dispose();
        return ValueTask.CompletedTask;
    }
}
