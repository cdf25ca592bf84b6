using Microsoft.Playwright;

namespace Browser.Tests;

/// <summary>One Chromium for all tests: the machine's own, because Playwright's cannot be downloaded everywhere.</summary>
public sealed class Chromium : IAsyncLifetime
{
    /// <summary>For each thing that is waited for: a busy machine is slow, not wrong.</summary>
    public const int PatienceMilliseconds = 60_000;

    private static readonly string[] Places = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];
    private readonly string _folder = Directory.CreateTempSubdirectory("browser-tests-").FullName;
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public async Task InitializeAsync()
    {
        if (Places.FirstOrDefault(File.Exists) is not { } path) return;
        _playwright = await Playwright.CreateAsync();
        // Root, as in a container, may not use Chromium's sandbox.
        _browser = await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = path, Args = ["--no-sandbox"], Timeout = PatienceMilliseconds });
        Assertions.SetDefaultExpectTimeout(PatienceMilliseconds);
    }

    public async Task DisposeAsync()
    {
        if (_browser is not null) await _browser.DisposeAsync();
        _playwright?.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    /// <summary>A new page, 1000 x 900 unless told. Whatever goes wrong in its scripts fails the test that calls <see cref="OpenPage.ShouldBeClean"/>.</summary>
    public async Task<OpenPage> OpenAsync(string url, int width = 1000, ColorScheme scheme = ColorScheme.Light, bool calm = false, bool scripts = true)
    {
        if (_browser is null && Environment.GetEnvironmentVariable("COURSE_REQUIRE_ALL") == "1") Assert.Fail("Chromium is required here.");
        Skip.If(_browser is null, "Chromium is not installed (apt-get install chromium).");
        IPage page = await _browser!.NewPageAsync(new()
        {
            ViewportSize = new() { Width = width, Height = 900 },
            ColorScheme = scheme,
            ReducedMotion = calm ? ReducedMotion.Reduce : ReducedMotion.NoPreference,
            JavaScriptEnabled = scripts,
        });
        page.SetDefaultTimeout(PatienceMilliseconds);
        var open = new OpenPage(page);
        await page.GotoAsync(url);
        return open;
    }

    /// <summary>The address of a file that holds the text.</summary>
    public string Save(string name, string html)
    {
        string path = Path.Combine(_folder, name);
        File.WriteAllText(path, html);
        return new Uri(path).AbsoluteUri;
    }

    /// <summary>A bare page around outputs, as a front end would show them.</summary>
    public static string Bare(params string[] outputs) =>
        "<!doctype html><html lang=en><meta charset=utf-8><meta name=viewport content=\"width=device-width\"><meta name=color-scheme content=\"light dark\">"
        + "<title>Outputs</title><main><h1>Outputs</h1><h2>Below</h2>" + string.Concat(outputs.Select(output => $"<div class=output>{output}</div>")) + "</main></html>";
}
