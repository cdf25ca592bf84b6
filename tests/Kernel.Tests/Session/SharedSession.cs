using Kernel.Session;

namespace Kernel.Tests.Session;

/// <summary>One session for many tests, because the compiler takes its time at the first cell only.</summary>
public sealed class SharedSession : IAsyncLifetime
{
    private readonly CSharpSession _session = new();

    public ISession Session => _session;

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await _session.DisposeAsync();

    internal async Task<(RecordingOutput Output, CellError? Error)> RunAsync(string source, params string[] answers)
    {
        var output = new RecordingOutput(answers);
        CellOutcome outcome = await _session.RunAsync(source, output, CancellationToken.None);
        return (output, outcome.Error);
    }

    /// <summary>Runs a cell that must succeed.</summary>
    internal async Task<RecordingOutput> RunWellAsync(string source, params string[] answers)
    {
        var (output, error) = await RunAsync(source, answers);
        Assert.True(error is null, error is null ? "" : string.Join('\n', error.Traceback));
        return output;
    }
}
