using System.Runtime.CompilerServices;
using Course.Profile.Sampling;
using Microsoft.Playwright;

namespace Browser.Tests;

/// <summary>The flame graph in a real browser: every way to look at it, in any place that it is shown in.</summary>
[Collection("Chromium")]
public sealed class FlameGraphTests(Chromium chromium)
{
    private static readonly Lazy<SamplingProfile> Profile = new(() => SamplingProfile.Of(Busy));

    private static double _sink;

    private static string Html => Profile.Value.ToBundle().Data["text/html"].GetValue<string>();

    [SkippableFact]
    public async Task Keys_click_and_search_zoom_and_find()
    {
        await using OpenPage open = await chromium.OpenAsync(chromium.Save("flame.html", Chromium.Bare(Html)));
        ILocator chart = open.Page.Locator(".chart"), crumbs = open.Page.Locator("nav button");
        await chart.FocusAsync();
        await open.Page.Keyboard.PressAsync("ArrowDown");
        await open.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(crumbs).ToHaveCountAsync(2);
        await open.Page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(crumbs).ToHaveCountAsync(1);
        await open.Page.Locator(".frame", new() { HasText = "Outer" }).First.ClickAsync();
        await Assertions.Expect(open.Page.Locator(".detail b")).ToContainTextAsync("Outer");
        await open.Page.GetByRole(AriaRole.Button, new() { Name = "Show all" }).ClickAsync();
        await open.Page.GetByRole(AriaRole.Searchbox).FillAsync("inner");
        await Assertions.Expect(open.Page.Locator(".match").First).ToBeVisibleAsync();
        await Assertions.Expect(open.Page.Locator(".found")).ToContainTextAsync("% in matches");
        await open.Page.GetByRole(AriaRole.Searchbox).FillAsync("no such method");
        await Assertions.Expect(open.Page.Locator(".found")).ToHaveTextAsync("nothing found");
        await open.Page.GetByLabel("Time shown").SelectOptionAsync("Waiting");
        await open.Page.GetByText("Methods as a table").ClickAsync();
        await Assertions.Expect(open.Page.GetByRole(AriaRole.Row).Filter(new() { HasText = "Inner" }).First).ToBeVisibleAsync();
        open.ShouldBeClean();
    }

    [SkippableFact]
    public async Task Two_on_a_page_and_a_second_run_stay_apart()
    {
        await using OpenPage open = await chromium.OpenAsync(chromium.Save("flames.html", Chromium.Bare(Html + Html)));
        await Assertions.Expect(open.Page.Locator(".view")).ToHaveCountAsync(2);
        await open.Page.Locator(".chart").First.FocusAsync();
        await open.Page.Keyboard.PressAsync("ArrowDown");
        await open.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(open.Page.Locator("nav").Nth(0).Locator("button")).ToHaveCountAsync(2);
        await Assertions.Expect(open.Page.Locator("nav").Nth(1).Locator("button")).ToHaveCountAsync(1);
        open.ShouldBeClean();
    }

    [SkippableTheory, InlineData(320), InlineData(1400)]
    public async Task It_fits_narrow_and_wide_pages(int width)
    {
        await using OpenPage open = await chromium.OpenAsync(chromium.Save("fit.html", Chromium.Bare(Html)));
        await open.Page.SetViewportSizeAsync(width, 800);
        await open.ShouldNotScrollSideways();
        await open.ShouldBeAccessible();
        await Assertions.Expect(open.Page.Locator(".frame").First).ToBeInViewportAsync();
    }

    [SkippableFact]
    public async Task A_sandboxed_frame_draws_it()
    {
        string page = Chromium.Bare($"<iframe title=output sandbox=allow-scripts width=800 height=700 srcdoc=\"{System.Net.WebUtility.HtmlEncode(Html)}\"></iframe>");
        await using OpenPage open = await chromium.OpenAsync(chromium.Save("flame-frame.html", page));
        await Assertions.Expect(open.Page.FrameLocator("iframe").Locator(".frame").First).ToBeVisibleAsync();
        open.ShouldBeClean();
    }

    private static void Busy()
    {
        for (int i = 0; i < 40; i++) Outer();
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Outer()
    {
        Inner(2_000_000);
        Thread.Sleep(2);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Inner(int count)
    {
        for (int i = 0; i < count; i++) _sink += Math.Sqrt(i);
    }
}
