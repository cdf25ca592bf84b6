using Display;
using Kernel.Session.Assistance;
using Kernel.Session.Compiling;
using Kernel.Session.Directives;
using Kernel.Session.Running;

namespace Kernel.Session;

/// <summary>A session of C# cells, compiled optimised, with Python and page formats beside them.</summary>
public sealed class CSharpSession : ISession
{
    private static readonly TimeSpan ExitPatience = TimeSpan.FromSeconds(1);

    private readonly ShadowFolder _shadows = new();
    private readonly OutputSender _sender = new();
    private readonly SemaphoreSlim _oneAtATime = new(1, 1);
    private readonly CSharpParts _csharp;
    private readonly CellLanguages _languages;
    private readonly Documentation _documentation;
    private int _cells;

    public CSharpSession()
    {
        ConsoleCapture.Install();
        AppDomain.CurrentDomain.ProcessExit += SendRest;
        _csharp = new(_shadows);
        _languages = new(_csharp);
        _documentation = new(() => _csharp.References);
    }

    public async Task<CellOutcome> RunAsync(string source, ICellOutput output, CancellationToken interrupt, int? number = null)
    {
        await _oneAtATime.WaitAsync(CancellationToken.None).ConfigureAwait(false);
        try
        {
            ConsoleCapture.Install();
            _cells = number ?? _cells + 1;
            var run = new CellRun(_cells, output, _sender, interrupt);
            var thread = new CellThread(run, thread => _languages.Run(source, run, thread));
            CellError? error = await thread.RunAsync().ConfigureAwait(false);
            await _sender.FlushAsync(output).ConfigureAwait(false);
            return new(error);
        }
        finally { _oneAtATime.Release(); }
    }

    public Task<Completions> CompleteAsync(string source, int cursor, CancellationToken stop) =>
        Task.Run(() => CodeCompletion.At(_csharp.Chain, InformationDirectives.Names, source, cursor, stop), stop);

    public Task<MimeBundle?> InspectAsync(string source, int cursor, CancellationToken stop) =>
        Task.Run(() => CodeInspection.At(_csharp.Chain, _documentation, source, cursor, stop), stop);

    public Completeness CompletenessOf(string source) => CodeCompleteness.Of(source);

    /// <summary>Compiles and draws a hidden cell, so that the reader's first one does not wait for the compiler to start.</summary>
    public static Task WarmUpAsync() => Task.Run(async () =>
    {
        var nowhere = new SilentOutput();
        await using var hidden = new CSharpSession();
        foreach (string cell in new[] { "var warm = new[] { (1, \"a\") }; warm", "await Task.Yield(); warm.Select(x => x.Item1).Sum()" })
            await hidden.RunAsync(cell, nowhere, CancellationToken.None).ConfigureAwait(false);
        await hidden.CompleteAsync("Console.", 8, CancellationToken.None).ConfigureAwait(false);
        await hidden.InspectAsync("Console.WriteLine", 12, CancellationToken.None).ConfigureAwait(false);
    });

    public ValueTask DisposeAsync()
    {
        AppDomain.CurrentDomain.ProcessExit -= SendRest;
        _sender.Dispose();
        _shadows.Dispose();
        _oneAtATime.Dispose();
        return ValueTask.CompletedTask;
    }

    /// <summary>A cell may end the process; what it wrote before is still sent.</summary>
    private void SendRest(object? sender, EventArgs e) => _sender.FlushAsync(new SilentOutput()).Wait(ExitPatience);

    private sealed class SilentOutput : ICellOutput
    {
        public void Stream(string name, string text) { }

        public void Display(MimeBundle bundle, string? displayId, bool update) { }

        public void Result(MimeBundle bundle) { }

        public void Clear(bool wait) { }

        public string? ReadLine(string prompt, bool password) => null;
    }
}
