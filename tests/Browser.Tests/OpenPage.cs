using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Browser.Tests;

/// <summary>A page with everything that its scripts complained about and every address it asked for.</summary>
public sealed class OpenPage : IAsyncDisposable
{
    private readonly List<string> _complaints = [];

    public OpenPage(IPage page)
    {
        Page = page;
        page.Console += (_, message) => { if (message.Type is "error" or "warning") _complaints.Add(message.Text); };
        page.PageError += (_, error) => _complaints.Add(error);
        page.Request += (_, request) =>
        {
            if (!request.Url.StartsWith("file:", StringComparison.Ordinal) && !request.Url.StartsWith("data:", StringComparison.Ordinal)) _complaints.Add("asked for " + request.Url);
        };
    }

    public IPage Page { get; }

    public void ShouldBeClean() => Assert.Empty(_complaints);

    /// <summary>Fails on any accessibility violation that axe calls serious or critical.</summary>
    public async Task ShouldBeAccessible()
    {
        AxeResult result = await Page.RunAxe();
        Assert.Empty(result.Violations.Where(violation => violation.Impact is "serious" or "critical")
            .Select(violation => $"{violation.Id}: {violation.Help}: {string.Join(" | ", violation.Nodes.Take(3).Select(node => node.Html))}"));
    }

    public async Task ShouldNotScrollSideways() =>
        Assert.Equal(0, await Page.EvaluateAsync<int>("Math.max(0, document.documentElement.scrollWidth - innerWidth)"));

    public async ValueTask DisposeAsync() => await Page.CloseAsync();
}
