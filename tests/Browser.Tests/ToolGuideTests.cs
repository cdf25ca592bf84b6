using Course.Widgets;
using Microsoft.Playwright;

namespace Browser.Tests;

[Collection("Chromium")]
public sealed class ToolGuideTests(Chromium chromium)
{
    /// <summary>Every way through the questions ends at the tool that the tree says, with its cell.</summary>
    [SkippableFact]
    public async Task Every_path_leads_to_its_tool()
    {
        await using OpenPage open = await Open();
        foreach ((string path, GuideNode tool) in CourseTools.Start.Tools())
        {
            foreach (string answer in path.Split(" > "))
                await open.Page.Locator(".answer", new() { HasTextString = answer }).ClickAsync();
            await Assertions.Expect(open.Page.Locator(".tool")).ToHaveTextAsync(tool.Name);
            await Assertions.Expect(open.Page.Locator(".place pre")).ToHaveTextAsync(tool.Cell);
            await open.Page.GetByRole(AriaRole.Button, new() { Name = "From the start" }).ClickAsync();
            await Assertions.Expect(open.Page.Locator("h4")).ToHaveTextAsync(CourseTools.Start.Text);
        }
        open.ShouldBeClean();
    }

    [SkippableFact]
    public async Task The_keyboard_alone_leads_to_a_tool_and_back()
    {
        await using OpenPage open = await Open();
        await open.Page.EvaluateAsync("window.leaked = []; document.addEventListener('keydown', event => leaked.push(event.key))");
        ILocator head = open.Page.Locator("h4");
        await open.Page.Keyboard.PressAsync("Tab");
        foreach (string key in new[] { "ArrowDown", "ArrowUp", "ArrowDown", "Enter" }) await open.Page.Keyboard.PressAsync(key);
        await Assertions.Expect(head).ToHaveTextAsync(CourseTools.Start.Answers[1].Next.Text);
        await open.Page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(head).ToHaveTextAsync(CourseTools.Start.Text);
        await open.Page.Keyboard.PressAsync("End");
        await open.Page.Keyboard.PressAsync("Tab");
        Assert.Empty(await open.Page.EvaluateAsync<string[]>("leaked.filter(key => key !== 'Tab' && key !== 'End')"));
        open.ShouldBeClean();
    }

    [SkippableFact]
    public async Task It_is_accessible_in_light_and_dark_narrow_and_wide()
    {
        foreach ((int width, ColorScheme scheme) in new[] { (320, ColorScheme.Dark), (1000, ColorScheme.Light) })
        {
            await using OpenPage open = await Open(width, scheme);
            await open.ShouldBeAccessible();
            await open.Page.Locator(".answer").First.ClickAsync();
            await open.Page.Locator(".answer").First.ClickAsync();
            await open.ShouldBeAccessible();
            await open.ShouldNotScrollSideways();
            open.ShouldBeClean();
        }
    }

    /// <summary>As in VS Code's frame, which may not write to the clipboard: the cell is then selected, to be copied by hand.</summary>
    [SkippableFact]
    public async Task Without_a_clipboard_the_cell_is_selected()
    {
        await using OpenPage open = await Open();
        await open.Page.EvaluateAsync("Object.defineProperty(navigator, 'clipboard', { value: { writeText: () => Promise.reject(new Error('no')) } })");
        await open.Page.Locator(".answer").Last.ClickAsync();
        await open.Page.GetByRole(AriaRole.Button, new() { Name = "Copy the cell" }).ClickAsync();
        await Assertions.Expect(open.Page.Locator(".said")).ToContainTextAsync("Selected");
    }

    [SkippableFact]
    public async Task Two_on_a_page_stay_apart_and_without_scripts_every_path_is_listed()
    {
        await using (OpenPage open = await Open(copies: 2))
        {
            await open.Page.Locator(".player").Nth(1).Locator(".answer").Last.ClickAsync();
            await Assertions.Expect(open.Page.Locator(".player").Nth(0).Locator("h4")).ToHaveTextAsync(CourseTools.Start.Text);
            await Assertions.Expect(open.Page.Locator(".tool")).ToHaveCountAsync(1);
        }
        await using OpenPage still = await Open(scripts: false);
        await Assertions.Expect(still.Page.Locator("tbody tr")).ToHaveCountAsync(CourseTools.Start.Tools().Count());
    }

    private Task<OpenPage> Open(int width = 1000, ColorScheme scheme = ColorScheme.Light, int copies = 1, bool scripts = true)
    {
        string html = new ToolGuide().ToBundle().Data["text/html"].GetValue<string>();
        return chromium.OpenAsync(chromium.Save("guide.html", Chromium.Bare([.. Enumerable.Repeat(html, copies)])), width, scheme, scripts: scripts);
    }
}
