using Course.Widgets;
using Microsoft.Playwright;

namespace Browser.Tests;

[Collection("Chromium")]
public sealed class ExplainedTableTests(Chromium chromium)
{
    private static readonly (string, IReadOnlyList<string>, string)[] Rows =
        [("cycles", ["526,056,413,046", "11,285,119,496"], "Ticks.\nMany."), ("instructions", ["1,108,102,913,558", "12"], "Work <b>&amp;</b>"), ("page-faults", ["3", "4"], "Pages")];

    [SkippableFact]
    public async Task A_row_is_chosen_by_focus_click_and_arrow_key()
    {
        await using OpenPage open = await Open();
        ILocator text = open.Page.Locator(".text p"), rows = open.Page.Locator(".lines button");
        await Assertions.Expect(text).ToHaveTextAsync("Ticks.\nMany.");
        await open.Page.EvaluateAsync("window.leaked = []; document.addEventListener('keydown', event => leaked.push(event.key))");
        await open.Page.Keyboard.PressAsync("Tab");
        (string Key, int Row)[] presses = [("ArrowDown", 1), ("End", 2), ("ArrowDown", 2), ("ArrowUp", 1), ("Home", 0)];
        foreach ((string key, int row) in presses)
        {
            await open.Page.Keyboard.PressAsync(key);
            await Assertions.Expect(text).ToHaveTextAsync(Rows[row].Item3);
            await Assertions.Expect(rows.Nth(row)).ToHaveAttributeAsync("aria-pressed", "true");
            await Assertions.Expect(open.Page.Locator("[aria-pressed=true]")).ToHaveCountAsync(1);
        }
        await open.Page.GetByRole(AriaRole.Button, new() { Name = "page-faults" }).ClickAsync();
        await Assertions.Expect(text).ToHaveTextAsync("Pages");
        Assert.Empty(await open.Page.EvaluateAsync<string[]>("leaked.filter(key => key !== 'Tab')"));
        open.ShouldBeClean();
    }

    [SkippableFact]
    public async Task It_is_accessible_in_light_and_dark_narrow_and_wide()
    {
        foreach ((int width, ColorScheme scheme) in new[] { (320, ColorScheme.Dark), (1000, ColorScheme.Light), (1000, ColorScheme.Dark) })
        {
            await using OpenPage open = await Open(width, scheme);
            await open.ShouldBeAccessible();
            await open.ShouldNotScrollSideways();
            open.ShouldBeClean();
        }
    }

    [SkippableFact]
    public async Task Two_on_a_page_stay_apart_and_running_one_again_changes_nothing()
    {
        await using OpenPage open = await Open(copies: 2);
        await open.Page.Locator(".lines button").Nth(4).ClickAsync();
        await open.Page.EvaluateAsync("for (const old of document.querySelectorAll('.output script')) { const again = document.createElement('script'); again.textContent = old.textContent; old.replaceWith(again); }");
        ILocator texts = open.Page.Locator(".text p");
        await Assertions.Expect(texts).ToHaveCountAsync(2);
        await Assertions.Expect(texts.Nth(0)).ToHaveTextAsync(Rows[0].Item3);
        await Assertions.Expect(texts.Nth(1)).ToHaveTextAsync(Rows[1].Item3);
        open.ShouldBeClean();
    }

    [SkippableFact]
    public async Task Without_scripts_every_explanation_can_be_read()
    {
        await using OpenPage open = await Open(scripts: false);
        await Assertions.Expect(open.Page.Locator("tbody tr")).ToHaveCountAsync(3);
        await Assertions.Expect(open.Page.GetByText("Work <b>&amp;</b>")).ToBeVisibleAsync();
    }

    [Fact]
    public void In_plain_text_the_explanations_follow_their_rows() =>
        Assert.Equal("Counters\ncycles: Python 526,056,413,046; NumPy 11,285,119,496\n    Ticks.\n    Many.\ninstructions: Python 1,108,102,913,558; NumPy 12\n    Work <b>&amp;</b>\n"
            + "page-faults: Python 3; NumPy 4\n    Pages\nnote", Table().ToBundle().Data["text/plain"].GetValue<string>());

    private static ExplainedTable Table() => new("Counters", ["Python", "NumPy"], Rows, "note");

    private Task<OpenPage> Open(int width = 1000, ColorScheme scheme = ColorScheme.Light, int copies = 1, bool scripts = true)
    {
        string html = Table().ToBundle().Data["text/html"].GetValue<string>();
        return chromium.OpenAsync(chromium.Save("explained.html", Chromium.Bare([.. Enumerable.Repeat(html, copies)])), width, scheme, scripts: scripts);
    }
}
