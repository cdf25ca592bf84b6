using System.Diagnostics;
using System.Text.Json;
using Course.Scenes;
using Course.Widgets;
using Microsoft.Playwright;

namespace Browser.Tests;

/// <summary>Scenes inside what front ends build around outputs: JupyterLab's own renderer, and a sandboxed frame as VS Code has it.</summary>
[Collection("Chromium")]
public sealed class OutputHostTests(Chromium chromium)
{
    private static readonly string Web = Path.Combine(Repository.Root, "tests", "Browser.Tests", "web");

    [SkippableFact]
    public async Task JupyterLab_plays_a_trusted_scene()
    {
        await using OpenPage open = await OpenJupyterLab();
        Scene scene = Samples.Scenes["hits and misses"]();
        Assert.Equal("text/html", await Draw(open.Page, scene, trusted: true));
        await open.Page.Locator(".player").FocusAsync();
        await open.Page.Keyboard.PressAsync("End");
        await Assertions.Expect(open.Page.Locator(".narration")).ToHaveTextAsync(scene.Presets[0].Frames[^1].Narration);
        await Draw(open.Page, scene, trusted: true);
        await Assertions.Expect(open.Page.Locator(".player")).ToHaveCountAsync(2);
        await Assertions.Expect(open.Page.Locator(".narration").Nth(1)).ToHaveTextAsync(scene.Presets[0].Frames[0].Narration);
        open.ShouldBeClean();
    }

    [SkippableFact]
    public async Task JupyterLab_shows_the_steps_of_an_untrusted_scene_as_a_table()
    {
        await using OpenPage open = await OpenJupyterLab();
        Scene scene = Samples.Scenes["hits and misses"]();
        await Draw(open.Page, scene, trusted: false);
        await Assertions.Expect(open.Page.GetByText(scene.Presets[0].Frames[^1].Narration)).ToBeVisibleAsync();
        await Assertions.Expect(open.Page.Locator("tbody tr")).ToHaveCountAsync(scene.Presets[0].Frames.Count);
        await Assertions.Expect(open.Page.Locator(".player")).ToHaveCountAsync(0);
    }

    /// <summary>VS Code itself does not run here: this is a frame without an origin whose scripts are run as its renderer runs them.</summary>
    [SkippableFact]
    public async Task A_sandboxed_frame_plays_a_scene()
    {
        Scene scene = Samples.Scenes["pointer chase"]();
        string inner = "<body class='vscode-dark'><div id=out></div><script>addEventListener('message', ({ data }) => { out.innerHTML = data;"
            + "for (const old of out.querySelectorAll('script')) { const made = document.createElement('script'); made.textContent = old.textContent; old.replaceWith(made); } });</script>";
        string page = Chromium.Bare($"<iframe title=output sandbox=allow-scripts width=800 height=700 srcdoc=\"{inner.Replace("\"", "&quot;")}\"></iframe>");
        await using OpenPage open = await chromium.OpenAsync(chromium.Save("frame.html", page));
        await open.Page.EvaluateAsync("html => document.querySelector('iframe').contentWindow.postMessage(html, '*')", Samples.Html(scene));
        ILocator player = open.Page.FrameLocator("iframe").Locator(".player");
        await player.FocusAsync();
        await open.Page.Keyboard.PressAsync("End");
        await Assertions.Expect(player.Locator(".narration")).ToHaveTextAsync(scene.Presets[0].Frames[^1].Narration);
        Assert.Equal("dark", await player.EvaluateAsync<string>("player => getComputedStyle(player).colorScheme"));
        open.ShouldBeClean();
    }

    private static async Task<string> Draw(IPage page, Scene scene, bool trusted)
    {
        string data = JsonSerializer.Serialize(scene.Show().ToBundle().Data);
        return await page.EvaluateAsync<string>("([data, trusted]) => draw(document.querySelector('.output'), JSON.parse(data), trusted)", new object[] { data, trusted });
    }

    private async Task<OpenPage> OpenJupyterLab()
    {
        string bundler = Path.Combine(Web, "node_modules", ".bin", "esbuild");
        bool installed = File.Exists(bundler);
        if (!installed && Environment.GetEnvironmentVariable("COURSE_REQUIRE_ALL") == "1") Assert.Fail("JupyterLab's renderer is required here: npm ci in tests/Browser.Tests/web.");
        Skip.If(!installed, "JupyterLab's renderer is not installed (npm ci in tests/Browser.Tests/web).");
        var start = new ProcessStartInfo(bundler, ["rendermime.js", "--bundle", "--loader:.svg=text", "--log-level=error"])
        {
            WorkingDirectory = Web,
            RedirectStandardOutput = true,
        };
        using Process process = Process.Start(start)!;
        string script = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.Equal(0, process.ExitCode);
        string page = Chromium.Bare("") + $"<script src=\"{chromium.Save("rendermime-bundle.js", script)}\"></script>";
        return await chromium.OpenAsync(chromium.Save("lab.html", page));
    }
}
