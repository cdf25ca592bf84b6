using Display;
using Microsoft.Playwright;
using Notebooks;
using Notebooks.Book;

namespace Browser.Tests;

/// <summary>The book's pages, opened from the file system as a reader opens them.</summary>
[Collection("Chromium")]
public sealed class BookPageTests(Chromium chromium) : IDisposable
{
    private const string Figure = """{"data": [{"type": "bar", "x": ["slow", "fast"], "y": [31.2, 1.4]}], "layout": {"title": {"text": "One blur"}}}""";
    private const string Still = """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 60 20" role="img" aria-label="One blur"><rect width="30" height="5"/></svg>""";
    private readonly string _folder = Directory.CreateTempSubdirectory().FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [SkippableTheory]
    [InlineData(320, ColorScheme.Dark)]
    [InlineData(1400, ColorScheme.Light)]
    public async Task Pages_are_accessible_narrow_and_wide_in_light_and_dark(int width, ColorScheme scheme)
    {
        Write(plotly: false);
        foreach (string page in new[] { "index.html", "01-one.html" })
        {
            await using OpenPage open = await chromium.OpenAsync(new Uri(Path.Combine(_folder, page)).AbsoluteUri, width, scheme);
            open.ShouldBeClean();
            await open.ShouldNotScrollSideways();
            await open.ShouldBeAccessible();
        }
    }

    [SkippableFact]
    public async Task A_scene_plays_in_the_book()
    {
        Write(plotly: false);
        await using OpenPage open = await chromium.OpenAsync(new Uri(Path.Combine(_folder, "01-one.html")).AbsoluteUri);
        await open.Page.Locator(".player").FocusAsync();
        await open.Page.Keyboard.PressAsync("End");
        await Assertions.Expect(open.Page.Locator(".player .place")).ToHaveTextAsync("31 x 31");
        open.ShouldBeClean();
    }

    [SkippableFact]
    public async Task The_first_tab_skips_to_the_text()
    {
        Write(plotly: false);
        await using OpenPage open = await chromium.OpenAsync(new Uri(Path.Combine(_folder, "01-one.html")).AbsoluteUri);
        await open.Page.Keyboard.PressAsync("Tab");
        Assert.Equal("Skip to the text", await open.Page.EvaluateAsync<string>("document.activeElement.textContent"));
        await open.Page.Keyboard.PressAsync("Enter");
        Assert.EndsWith("#content", open.Page.Url);
    }

    [SkippableFact]
    public async Task With_plotly_a_chart_is_live_and_without_it_is_the_still_picture()
    {
        Write(plotly: false);
        string url = new Uri(Path.Combine(_folder, "01-one.html")).AbsoluteUri;
        await using (OpenPage open = await chromium.OpenAsync(url))
        {
            await Assertions.Expect(open.Page.Locator(".still svg")).ToBeVisibleAsync();
            await Assertions.Expect(open.Page.GetByText("still pictures, because plotly.js was not installed")).ToBeVisibleAsync();
        }
        bool installed = Write(plotly: true);
        if (!installed && Environment.GetEnvironmentVariable("COURSE_REQUIRE_ALL") == "1") Assert.Fail("plotly.js is required here: npm ci in lib/Notebooks/web.");
        Skip.If(!installed, "plotly.js is not installed (npm ci in lib/Notebooks/web).");
        await using (OpenPage open = await chromium.OpenAsync(url))
        {
            await Assertions.Expect(open.Page.Locator(".live .bars path")).ToHaveCountAsync(2);
            await Assertions.Expect(open.Page.Locator(".still")).ToBeHiddenAsync();
            open.ShouldBeClean();
            await open.ShouldBeAccessible();
        }
    }

    private bool Write(bool plotly)
    {
        var notebook = Notebook.Parse("""
            {"nbformat": 4, "nbformat_minor": 5, "metadata": {}, "cells": [
            {"cell_type": "markdown", "id": "a", "metadata": {}, "source": "# A slow blur\n\n*10 minutes*\n\n## Words\n\nA `kernel`.\n\n|a|b|\n|-|-|\n|1|2|\n\n```csharp\nvar x = 1;\n```"},
            {"cell_type": "code", "id": "b", "metadata": {}, "outputs": [], "execution_count": 1, "source": "#!import ../lib/course.csx"},
            {"cell_type": "code", "id": "c", "metadata": {}, "outputs": [], "execution_count": 2, "source": "// why\nvar a = \"text\" + 1; Plane<byte> b = Load(a);"},
            {"cell_type": "code", "id": "d", "metadata": {}, "outputs": [], "execution_count": 3, "source": "// exercise: blur\nreturn;"}]}
            """);
        NotebookCell cell = notebook.Cells[2];
        cell.AddStream("stdout", "printed");
        cell.AddStream("stderr", "careful");
        cell.AddDisplay(new MimeBundle().Add("application/vnd.plotly.v1+json", Figure).Add("image/svg+xml", Still).Add("text/plain", "slow 31.2 ms"));
        cell.AddDisplay(new MimeBundle().Add("text/html", Samples.Html(Samples.Scenes["kernel size"]())));
        cell.AddError("BlurException", "too wide", ["at line 1"]);
        string path = plotly ? BookWriter.PlotlyPath(Repository.Root) : "none";
        new BookWriter("The book", "An introduction.").Write(_folder,
            [new BookPart("Part A", [new Chapter("01-one", notebook, _folder), new Chapter("02-two", notebook, _folder)])], path);
        return File.Exists(path);
    }
}
