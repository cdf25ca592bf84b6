using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Browser.Tests;

/// <summary>The kernel inside a real Jupyter Notebook, worked by keyboard and mouse as a learner does.</summary>
[Collection("Chromium")]
public sealed class JupyterNotebookTests(Chromium chromium, NotebookServer server) : IClassFixture<NotebookServer>, IAsyncLifetime
{
    private IPage _page = null!;

    public async Task InitializeAsync()
    {
        if (!server.Installed) return;
        OpenPage open = await chromium.OpenAsync(await server.NewNotebookAsync());
        _page = open.Page;
        await Idle();
    }

    public async Task DisposeAsync()
    {
        if (_page is not null) await _page.CloseAsync();
    }

    [SkippableFact]
    public async Task Cell_is_edited_run_and_run_again()
    {
        Require();
        await Run("int side = 6;\nside * 7");
        await Expect(Output(0)).ToContainTextAsync("42");
        await Run("side * 8");
        await Expect(Output(0)).ToContainTextAsync("48");
        await Expect(_page.Locator(".cell").First.Locator(".input_prompt")).ToContainTextAsync("[2]");
    }

    [SkippableFact]
    public async Task Endless_loop_is_interrupted_and_the_variables_stay()
    {
        Require();
        await Run("int kept = 5;\nConsole.WriteLine(\"started\");");
        await Expect(Output(0)).ToContainTextAsync("started");
        await Type("Console.WriteLine(\"looping\"); while (true) { }");
        await _page.Keyboard.PressAsync("Control+Enter");
        await Expect(Output(0)).ToContainTextAsync("looping");
        await _page.Locator("button[data-jupyter-action='jupyter-notebook:interrupt-kernel']").ClickAsync();
        await Expect(_page.Locator(".cell").First.Locator(".output_error")).ToBeVisibleAsync();
        await Screenshot("interrupted");
        await Run("kept");
        await Expect(Output(0)).ToContainTextAsync("5");
    }

    [SkippableFact]
    public async Task Tab_completes_and_Shift_Tab_shows_the_documentation()
    {
        Require();
        await Type("Console.WriteLi");
        await _page.Keyboard.PressAsync("Tab");
        await Expect(_page.Locator(".cell").First.Locator(".CodeMirror-line")).ToHaveTextAsync("Console.WriteLine");
        await _page.Keyboard.PressAsync("Shift+Tab");
        await Expect(_page.Locator("#tooltip")).ToContainTextAsync("Console.WriteLine");
        await Screenshot("documentation");
        await Type("Math.Ab");
        await _page.Keyboard.PressAsync("Backspace");
        await _page.Keyboard.PressAsync("Tab");
        await Expect(_page.Locator("#complete, .completions").First).ToContainTextAsync("Abs");
        await Screenshot("completion");
    }

    [SkippableFact]
    public async Task Restart_forgets_the_variables()
    {
        Require();
        await Run("int forgotten = 5;\nforgotten");
        await Expect(Output(0)).ToContainTextAsync("5");
        await _page.Locator("button[data-jupyter-action='jupyter-notebook:confirm-restart-kernel']").ClickAsync();
        await _page.Locator(".modal-dialog .btn-danger").ClickAsync();
        await Expect(_page.Locator(".modal-dialog")).ToBeHiddenAsync();
        await Idle();
        await Run("forgotten");
        await Expect(Output(0)).ToContainTextAsync("CS0103");
    }

    [SkippableFact]
    public async Task Chart_and_widget_are_drawn()
    {
        Require();
        await Run($"""
            #r "{typeof(Course.Charts.Chart).Assembly.Location}"
            using Course.Charts; using Course.Images; using Course.Scenes; using Course.Widgets;
            Chart.Bars("One blur", "ms", ("boxed lists", 31.2), ("flat array", 1.4))
            """);
        await Expect(Output(0).Locator("svg").First).ToBeVisibleAsync();
        await Screenshot("chart");

        await Run("""
            var gradient = new Plane<byte>(80, 60);
            for (int y = 0; y < 60; y++) for (int x = 0; x < 80; x++) gradient[y, x] = (byte)(3 * x);
            new KernelSizeScene(gradient, size => gradient, ("left", 20, 30)).Show()
            """);
        ILocator player = Output(0).Locator(".player");
        await Expect(player).ToBeVisibleAsync();
        string before = await player.InnerTextAsync();
        await player.FocusAsync();
        await _page.Keyboard.PressAsync("ArrowRight");
        await Expect(player).Not.ToHaveTextAsync(before, new() { UseInnerText = true });
        await Screenshot("widget");
    }

    private static ILocatorAssertions Expect(ILocator locator) => Assertions.Expect(locator);

    private ILocator Output(int cell) => _page.Locator(".cell").Nth(cell).Locator(".output_area").Last;

    private async Task Idle() => await Assertions.Expect(_page.Locator("#kernel_indicator_icon")).ToHaveClassAsync(new Regex("kernel_idle_icon"));

    private async Task Run(string source)
    {
        await Type(source);
        await _page.Keyboard.PressAsync("Control+Enter");
        await Idle();
    }

    // Jupyter closes brackets and indents as one types, so the text is put in as a paste would be.
    private async Task Type(string source)
    {
        await _page.Locator(".cell").First.Locator(".CodeMirror").ClickAsync();
        await _page.Keyboard.PressAsync("Control+A");
        await _page.Keyboard.InsertTextAsync(source);
    }

    private async Task Screenshot(string name)
    {
        if (Environment.GetEnvironmentVariable("COURSE_SCREENSHOTS") is { Length: > 0 } folder)
            await _page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"jupyter-{name}.png") });
    }

    private void Require()
    {
        if (!server.Installed && Environment.GetEnvironmentVariable("COURSE_REQUIRE_ALL") == "1") Assert.Fail("Jupyter Notebook is required here.");
        Skip.If(!server.Installed, "Jupyter Notebook is not installed (apt-get install jupyter-notebook).");
    }
}
