using Course.Scenes;
using Microsoft.Playwright;

namespace Browser.Tests;

[Collection("Chromium")]
public sealed class WidgetTests(Chromium chromium)
{
    public static TheoryData<string> Scenes() => Samples.Names();

    /// <summary>Each run of each scene, from its first frame to its last with the arrow key, says what the library computed.</summary>
    [SkippableTheory]
    [MemberData(nameof(Scenes))]
    public async Task A_scene_plays_to_its_end_by_keyboard(string name)
    {
        Scene scene = Samples.Scenes[name]();
        await using OpenPage open = await Open(name, scene);
        ILocator player = open.Page.Locator(".player");
        for (int run = 0; run < scene.Presets.Count; run++)
        {
            if (scene.Presets.Count > 1) await player.GetByLabel(scene.PresetLabel, new() { Exact = true }).SelectOptionAsync($"{run}");
            IReadOnlyList<Frame> frames = scene.Presets[run].Frames;
            Seen[] seen = await player.EvaluateAsync<Seen[]>(
                $"(player, count) => Array.from({{ length: count }}, (_, i) => {{ if (i) {Key("ArrowRight")}; return ({LookScript})(player); }})", frames.Count);
            for (int i = 0; i < frames.Count; i++) AssertShown(frames[i], seen[i]);
        }
        open.ShouldBeClean();
    }

    /// <summary>The same with a real keyboard, as far as a reader would go.</summary>
    [SkippableFact]
    public async Task Arrows_home_and_end_step_with_the_focus_on_the_player()
    {
        Scene scene = Samples.Scenes["hits and misses"]();
        IReadOnlyList<Frame> frames = scene.Presets[0].Frames;
        await using OpenPage open = await Open("keyboard", scene);
        ILocator player = open.Page.Locator(".player");
        await open.Page.Keyboard.PressAsync("Tab");
        (string Key, int Frame)[] presses = [("ArrowRight", 1), ("ArrowRight", 2), ("ArrowLeft", 1), ("End", frames.Count - 1), ("ArrowRight", frames.Count - 1),
            ("ArrowLeft", frames.Count - 2), ("Home", 0), ("ArrowLeft", 0), ("ArrowUp", 1), ("ArrowDown", 0)];
        foreach ((string key, int frame) in presses)
        {
            await open.Page.Keyboard.PressAsync(key);
            AssertShown(frames[frame], await Look(player));
        }
        open.ShouldBeClean();
    }

    [SkippableTheory]
    [MemberData(nameof(Scenes))]
    public async Task A_scene_is_accessible_in_light_and_dark_narrow_and_wide(string name)
    {
        foreach ((int width, ColorScheme scheme) in new[] { (320, ColorScheme.Dark), (1000, ColorScheme.Light) })
        {
            // Calm, because a colour that is still fading has a contrast of its own.
            await using OpenPage open = await Open(name, Samples.Scenes[name](), width, scheme, calm: true);
            await open.ShouldNotScrollSideways();
            await open.Page.Keyboard.PressAsync("Tab");
            await open.Page.Keyboard.PressAsync("End");
            await open.Page.Locator("summary").ClickAsync();
            await open.ShouldBeAccessible();
            await open.ShouldNotScrollSideways();
            open.ShouldBeClean();
        }
    }

    [SkippableFact]
    public async Task A_click_on_an_index_shows_what_reading_it_touches()
    {
        Scene scene = Samples.Scenes["memory layout"]();
        await using OpenPage open = await Open("click", scene);
        ILocator player = open.Page.Locator(".player");
        await player.GetByRole(AriaRole.Button, new() { Name = "[3]" }).ClickAsync();
        Assert.Equal(scene.Presets[0].Frames[4].Narration, (await Look(player)).Narration);
        Assert.Equal("[3]", await open.Page.EvaluateAsync<string>("document.querySelector('[data-course-scene]').shadowRoot.activeElement.querySelector('b').textContent"));
        await open.Page.Keyboard.PressAsync("Space");
        Assert.Equal(scene.Presets[0].Frames[4].Narration, (await Look(player)).Narration);
        open.ShouldBeClean();
    }

    [SkippableFact]
    public async Task Space_plays_to_the_end_and_stops()
    {
        await using OpenPage open = await Open("play", Samples.Scenes["kernel size"]());
        ILocator player = open.Page.Locator(".player");
        // Slow until it was seen to play, for at the fastest a busy machine looks when all is over.
        await player.GetByLabel("Speed").SelectOptionAsync("Slow");
        await player.FocusAsync();
        await open.Page.Keyboard.PressAsync("Space");
        await Assertions.Expect(player.GetByRole(AriaRole.Button, new() { Name = "Pause" })).ToBeVisibleAsync();
        await player.GetByLabel("Speed").SelectOptionAsync("Fastest");
        await Assertions.Expect(player.Locator(".place")).ToHaveTextAsync("31 x 31");
        await Assertions.Expect(player.GetByRole(AriaRole.Button, new() { Name = "Play" })).ToBeVisibleAsync();
        open.ShouldBeClean();
    }

    [SkippableFact]
    public async Task Two_scenes_on_a_page_play_apart_and_running_one_again_changes_nothing()
    {
        string html = Samples.Html(Samples.Scenes["kernel size"]());
        await using OpenPage open = await chromium.OpenAsync(chromium.Save("two.html", Chromium.Bare(html, html)));
        ILocator players = open.Page.Locator(".player");
        await Assertions.Expect(players).ToHaveCountAsync(2);
        await players.Nth(1).FocusAsync();
        await open.Page.Keyboard.PressAsync("End");
        await open.Page.EvaluateAsync("for (const old of document.querySelectorAll('.output script')) { const again = document.createElement('script'); again.textContent = old.textContent; old.replaceWith(again); }");
        await Assertions.Expect(players).ToHaveCountAsync(2);
        await Assertions.Expect(players.Nth(0).Locator(".place")).ToHaveTextAsync("1 x 1");
        await Assertions.Expect(players.Nth(1).Locator(".place")).ToHaveTextAsync("31 x 31");
        open.ShouldBeClean();
    }

    [SkippableFact]
    public async Task The_keys_of_a_scene_do_not_reach_the_notebook_around_it()
    {
        await using OpenPage open = await Open("keys", Samples.Scenes["kernel size"]());
        await open.Page.EvaluateAsync("window.leaked = []; document.addEventListener('keydown', event => leaked.push(event.key))");
        await open.Page.Locator(".player").FocusAsync();
        foreach (string key in new[] { "ArrowRight", "ArrowLeft", "End", "Home", "Space", "Space", "j" }) await open.Page.Keyboard.PressAsync(key);
        Assert.Equal(["j"], await open.Page.EvaluateAsync<string[]>("leaked"));
    }

    [SkippableFact]
    public async Task With_reduced_motion_nothing_fades()
    {
        foreach (bool calm in new[] { true, false })
        {
            await using OpenPage open = await Open("calm", new Cells(), calm: calm);
            string duration = await open.Page.Locator(".cell").First.EvaluateAsync<string>("cell => getComputedStyle(cell).transitionDuration");
            Assert.Equal(calm, duration.Split(", ").All(each => each == "0s"));
        }
    }

    [SkippableFact]
    public async Task Without_scripts_the_steps_can_be_read()
    {
        Scene scene = Samples.Scenes["kernel size"]();
        await using OpenPage open = await chromium.OpenAsync(chromium.Save("still.html", Chromium.Bare(Samples.Html(scene))), scripts: false);
        await Assertions.Expect(open.Page.Locator("tbody tr")).ToHaveCountAsync(16);
        await Assertions.Expect(open.Page.GetByText(scene.Presets[0].Frames[5].Narration)).ToBeVisibleAsync();
    }

    [SkippableTheory]
    [InlineData("data-jp-theme-light=true", ColorScheme.Dark, "light")]
    [InlineData("data-jp-theme-light=false", ColorScheme.Light, "dark")]
    [InlineData("class=vscode-dark", ColorScheme.Light, "dark")]
    [InlineData("class=notebook_app", ColorScheme.Dark, "light")]
    [InlineData("", ColorScheme.Dark, "light dark")]
    public async Task The_notebook_around_it_chooses_light_or_dark(string body, ColorScheme system, string expected)
    {
        string page = $"<!doctype html><html lang=en><meta charset=utf-8><title>t</title><body {body}>{Samples.Html(new Cells())}";
        await using OpenPage open = await chromium.OpenAsync(chromium.Save("theme.html", page), scheme: system);
        Assert.Equal(expected, await open.Page.Locator(".player").EvaluateAsync<string>("player => getComputedStyle(player).colorScheme"));
    }

    private Task<OpenPage> Open(string name, Scene scene, int width = 1000, ColorScheme scheme = ColorScheme.Light, bool calm = false) =>
        chromium.OpenAsync(chromium.Save(name.Replace(' ', '-') + ".html", Chromium.Bare(Samples.Html(scene))), width, scheme, calm);

    private const string LookScript = """
        player => {
          const texts = selector => [...player.querySelectorAll(selector)].map(each => each.textContent);
          return { Narration: texts(".narration")[0], Place: texts(".place")[0], Counters: texts("dd"), Panels: texts("h4"),
                   Cells: texts(".stage .cell > b"), Arrows: player.querySelectorAll(".arrows g").length };
        }
        """;

    private static string Key(string key) => $"player.dispatchEvent(new KeyboardEvent('keydown', {{ key: '{key}', bubbles: true }}))";

    private static Task<Seen> Look(ILocator player) => player.EvaluateAsync<Seen>(LookScript);

    private static void AssertShown(Frame frame, Seen seen)
    {
        Assert.Equal(frame.Narration, seen.Narration);
        Assert.Equal(frame.Counters.Select(counter => counter.Value), seen.Counters);
        if (frame.Step != "") Assert.Equal(frame.Step, seen.Place);
        Assert.Equal(frame.Panels.Select(panel => panel.Title), seen.Panels);
        Assert.Equal(frame.Panels.OfType<CellsPanel>().SelectMany(panel => panel.Rows).SelectMany(row => row.Cells).Select(cell => cell.Text), seen.Cells);
        Assert.Equal(frame.Arrows.Count, seen.Arrows);
    }

    private sealed class Seen
    {
        public string Narration { get; set; } = "";
        public string Place { get; set; } = "";
        public string[] Counters { get; set; } = [];
        public string[] Panels { get; set; } = [];
        public string[] Cells { get; set; } = [];
        public int Arrows { get; set; }
    }

    private sealed class Cells() : Scene("Cells", [new Preset("all", [new Frame("a cell", [new CellsPanel("cells", [new CellRow("", [new Cell("1")])])], [])])]);
}
