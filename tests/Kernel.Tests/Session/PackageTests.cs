using Kernel.Stdio;

namespace Kernel.Tests.Session;

/// <summary>With no network: every address leads to a closed port, so only the packages in the local cache can be found.</summary>
public sealed class PackageTests : IAsyncLifetime
{
    private static readonly TimeSpan Ample = TimeSpan.FromSeconds(120);
    private KernelProcess _kernel = null!;

    public Task InitializeAsync()
    {
        var closed = new Dictionary<string, string>
        {
            ["https_proxy"] = "http://127.0.0.1:9",
            ["http_proxy"] = "http://127.0.0.1:9",
            ["NUGET_ENHANCED_MAX_NETWORK_TRY_COUNT"] = "1",
        };
        _kernel = KernelProcess.Start(Path.GetTempPath(), closed);
        return Task.CompletedTask;
    }

    public async Task DisposeAsync() => await _kernel.DisposeAsync();

    [Fact]
    public async Task A_package_in_the_cache_is_restored_offline_and_others_are_refused_clearly()
    {
        var output = new RecordingOutput();
        // A package that these tests themselves restore, and a dependency of its own: both are in the cache of any clone that built.
        var outcome = await _kernel.RunAsync("#r \"nuget: xunit.extensibility.core, 2.9.3\"\ntypeof(Xunit.FactAttribute).Assembly.GetName().Name + \" \" + typeof(Xunit.Abstractions.ITest).Assembly.GetName().Name", output, Ample);
        Assert.True(outcome.Ok, outcome.Error?.Message);
        Assert.Equal("xunit.core xunit.abstractions", output.Text);
        Assert.Contains("Restoring", RecordingOutput.In(output.Shown[0].Bundle, "text/plain"));
        Assert.All(output.Shown.Skip(1), shown => Assert.True(shown.Update));

        var newest = new RecordingOutput();
        Assert.True((await _kernel.RunAsync("#r \"nuget:xunit.abstractions\"", newest, Ample)).Ok);
        Assert.Contains("Restored xunit.abstractions 2.0.", RecordingOutput.In(newest.Shown[^1].Bundle, "text/plain"));

        string message = (await _kernel.RunAsync("#r \"nuget: No.Such.Package.Here, 1.0.0\"", new RecordingOutput(), Ample)).Error!.Message;
        Assert.Contains("No.Such.Package.Here 1.0.0 cannot be restored", message);
        Assert.Contains("NU1301", message);
        Assert.Contains("local cache", message);
    }
}
