using Course.Profile.Tables;
using Microsoft.Playwright;

namespace Browser.Tests;

/// <summary>The table of the profilers: sorted by its headings, with each row's second line below it.</summary>
[Collection("Chromium")]
public sealed class ProfileTableTests(Chromium chromium)
{
    private static readonly TableColumn[] Columns =
    [
        new("Method", ColumnKind.Text, "Its name"), new("Calls", ColumnKind.Number, "Counted"), new("Own", ColumnKind.Share, "Share of the time"), new("Source", ColumnKind.Code),
    ];

    private static readonly TableRow[] Rows =
    [
        Row("Shop.Price", 1200, 0.25, "called by <Shop.Total>"), Row("Shop.Total", 9, 0.7, ""), Row("Shop.Add", 30, 0.05, "called by Shop.Price"),
    ];

    [SkippableFact]
    public async Task A_heading_sorts_by_click_and_from_the_keyboard()
    {
        await using OpenPage open = await Open();
        ILocator heads = open.Page.Locator("section.table thead th");
        await ShouldStand(open, "Shop.Total", "Shop.Price", "Shop.Add");
        await Assertions.Expect(heads.Nth(2)).ToHaveAttributeAsync("aria-sort", "descending");
        await open.Page.EvaluateAsync("window.leaked = []; document.addEventListener('keydown', event => leaked.push(event.key))");
        // The scrolling region first, then a heading each.
        foreach (string key in new[] { "Tab", "Tab", "Tab", "Enter" }) await open.Page.Keyboard.PressAsync(key);
        await ShouldStand(open, "Shop.Price", "Shop.Add", "Shop.Total");
        await Assertions.Expect(heads.Nth(1)).ToHaveAttributeAsync("aria-sort", "descending");
        await Assertions.Expect(heads.Nth(2)).ToHaveAttributeAsync("aria-sort", "none");
        await Assertions.Expect(open.Page.GetByRole(AriaRole.Status)).ToHaveTextAsync("Sorted by Calls, descending.");
        await open.Page.Keyboard.PressAsync("Space");
        await ShouldStand(open, "Shop.Total", "Shop.Add", "Shop.Price");
        await Assertions.Expect(open.Page.GetByRole(AriaRole.Status)).ToHaveTextAsync("Sorted by Calls, ascending.");
        await open.Page.GetByRole(AriaRole.Button, new() { Name = "Method" }).ClickAsync();
        await ShouldStand(open, "Shop.Add", "Shop.Price", "Shop.Total");
        Assert.Empty(await open.Page.EvaluateAsync<string[]>("leaked.filter(key => key !== 'Tab')"));
        open.ShouldBeClean();
    }

    [SkippableFact]
    public async Task A_bar_is_as_long_as_its_share_and_a_second_line_stays_with_its_row()
    {
        await using OpenPage open = await Open();
        Assert.Equal(["70", "25", "5"], await open.Page.Locator(".bar i").EvaluateAllAsync<string[]>("bars => bars.map(bar => String(Math.round(parseFloat(bar.style.width))))"));
        await open.Page.GetByRole(AriaRole.Button, new() { Name = "Calls" }).ClickAsync();
        await Assertions.Expect(open.Page.Locator("section.table tbody tr")).ToHaveTextAsync(["Shop.Price1,20025.0 %call();", "called by <Shop.Total>", "Shop.Add305.0 %call();", "called by Shop.Price", "Shop.Total970.0 %call();"]);
    }

    [SkippableFact]
    public async Task It_is_accessible_in_light_and_dark_narrow_and_wide()
    {
        foreach ((int width, ColorScheme scheme) in new[] { (320, ColorScheme.Dark), (420, ColorScheme.Light), (1000, ColorScheme.Light), (1000, ColorScheme.Dark) })
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
        await open.Page.Locator("section.table").Nth(1).GetByRole(AriaRole.Button, new() { Name = "Calls" }).ClickAsync();
        await open.Page.EvaluateAsync("for (const old of document.querySelectorAll('.output script')) { const again = document.createElement('script'); again.textContent = old.textContent; old.replaceWith(again); }");
        await Assertions.Expect(open.Page.Locator("section.table")).ToHaveCountAsync(2);
        await Assertions.Expect(open.Page.Locator("section.table").Nth(0).Locator("tbody th").First).ToHaveTextAsync("Shop.Total");
        await Assertions.Expect(open.Page.Locator("section.table").Nth(1).Locator("tbody th").First).ToHaveTextAsync("Shop.Price");
        open.ShouldBeClean();
    }

    [SkippableFact]
    public async Task Without_scripts_every_number_and_note_can_be_read()
    {
        await using OpenPage open = await Open(scripts: false);
        await Assertions.Expect(open.Page.Locator("tbody tr")).ToHaveCountAsync(5);
        await Assertions.Expect(open.Page.GetByText("70.0 %")).ToBeVisibleAsync();
        await Assertions.Expect(open.Page.GetByText("called by <Shop.Total>")).ToBeVisibleAsync();
        await Assertions.Expect(open.Page.GetByText("It cost little.")).ToBeVisibleAsync();
    }

    private static async Task ShouldStand(OpenPage open, params string[] methods) => await Assertions.Expect(open.Page.Locator("section.table tbody th")).ToHaveTextAsync(methods);

    private static TableRow Row(string method, long calls, double share, string detail) => new([method, TableCell.Count(calls), TableCell.Share(share), "call();"], detail);

    private Task<OpenPage> Open(int width = 1000, ColorScheme scheme = ColorScheme.Light, int copies = 1, bool scripts = true)
    {
        string html = new ProfileTable("Calls of the shop", Columns, Rows) { SortedBy = 2, Notes = ["It cost little."] }.ToBundle().Data["text/html"].GetValue<string>();
        return chromium.OpenAsync(chromium.Save("table.html", Chromium.Bare([.. Enumerable.Repeat(html, copies)])), width, scheme, scripts: scripts);
    }
}
