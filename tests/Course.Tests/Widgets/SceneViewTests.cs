using System.Text.Json.Nodes;
using Course.Images;
using Course.Scenes;
using Course.Widgets;
using Display;

namespace Course.Tests.Widgets;

public sealed class SceneViewTests
{
    [Fact]
    public void The_payload_holds_each_panel_and_picture_once()
    {
        var picture = new Plane<byte>(2, 2);
        var again = new Plane<byte>(2, 2);
        Panel Cells() => new CellsPanel("memory", [new CellRow("line 0", [new Cell("1", CellRole.Hit, "0x10") { Id = "a", GoTo = 0, Order = 2, Span = 3 }])]);
        var scene = new Drawn([
            new Frame("one", [Cells(), new PicturePanel("p", picture, true, [new Mark(0, 1, 1, 1, true)])], [new Counter("hits", 1234)]) { Step = "first" },
            new Frame("two", [Cells(), new PicturePanel("p", again, true, [])], [new Counter("hits", "2 %")]) { Arrows = [new Arrow("a", "b", true)] },
            new Frame("three", [new HeatPanel("sets", 2, [0, 1, 2], 2, "misses")], []),
        ]);
        JsonNode json = Payload(scene.Show());
        Assert.Equal(4, json["panels"]!.AsArray().Count);
        Assert.Single(json["pictures"]!.AsArray());
        Assert.Equal("""[[0,1],[0,2],[3]]""", new JsonArray([.. Frames(json).Select(frame => frame!["panels"]!.DeepClone())]).ToJsonString());
        Assert.Equal("""{"text":"1","role":"Hit","under":"0x10","id":"a","order":2,"goto":0,"span":3}""", json["panels"]![0]!["rows"]![0]!["cells"]![0]!.ToJsonString());
        Assert.Equal("""[["hits","1,234"]]""", Frames(json)[0]!["counters"]!.ToJsonString());
        Assert.Equal("""[["a","b",true]]""", Frames(json)[1]!["arrows"]!.ToJsonString());
        Assert.Equal("[0,1,2]", json["panels"]![3]!["values"]!.ToJsonString());
    }

    [Fact]
    public void Nothing_a_scene_says_ends_its_script_or_its_page()
    {
        const string nasty = "</script><img src=x onerror=alert(1)> & \"'";
        string html = Html(new Drawn([new Frame(nasty, [new CellsPanel(nasty, [new CellRow(nasty, [new Cell(nasty)])])], [new Counter(nasty, nasty)])], nasty).Show());
        Assert.Equal(2, html.Split("</script").Length);
        Assert.DoesNotContain("<img", html);
    }

    [Fact]
    public void Without_scripts_the_steps_stand_as_a_table()
    {
        string html = Html(new Drawn([new Frame("it begins", [], [new Counter("hits", 1)]), new Frame("it ends", [], [new Counter("hits", 2)])]).Show());
        string still = html[..html.IndexOf("<script>", StringComparison.Ordinal)];
        Assert.Contains("<td>1</td><td>it begins</td><td>1</td>", still);
        Assert.Contains("<td>2</td><td>it ends</td><td>2</td>", still);
    }

    [Fact]
    public void As_text_a_scene_tells_its_steps()
    {
        var bundle = new Drawn([new Frame("it begins", [], [new Counter("hits", 1)]), new Frame("it ends", [], []) { Step = "end" }]).Show().ToBundle();
        Assert.Equal("Drawn\n  1  it begins [hits: 1]\nend  it ends", bundle.Data["text/plain"].GetValue<string>());
    }

    [Fact]
    public void The_same_scene_has_the_same_html() =>
        Assert.Equal(Html(new Drawn([new Frame("one", [], [])]).Show()), Html(new Drawn([new Frame("one", [], [])]).Show()));

    [Fact]
    public void Pictures_stand_side_by_side_in_one_png()
    {
        var (black, white) = (new Plane<byte>(3, 2), new Plane<byte>(2, 4));
        white.Span.Fill(255);
        MimeBundle bundle = new PictureScene(("black", black), ("white", white)).Show().ToBundle();
        Assert.Equal("left to right: black (3 x 2 pixels, mean grey 0.0); white (2 x 4 pixels, mean grey 255.0)", bundle.Data["text/plain"].GetValue<string>());
        Picture read = ImageFile.Read(new MemoryStream(Convert.FromBase64String(bundle.Data["image/png"].GetValue<string>())));
        Assert.Equal((3 + 16 + 2, 4, 2), (read.Width, read.Height, read.Channels));
        Assert.Equal([0, 255, 0, 0], read.Samples.Row(1).Slice(2 * 2, 4).ToArray());
        Assert.Equal([255, 255], read.Samples.Row(3).Slice(19 * 2, 2).ToArray());
        Assert.Equal(0, read.Samples.Row(3)[1]);
    }

    private static JsonArray Frames(JsonNode json) => json["presets"]![0]!["frames"]!.AsArray();

    private static string Html(SceneView view) => view.ToBundle().Data["text/html"].GetValue<string>();

    private static JsonNode Payload(SceneView view)
    {
        string html = Html(view);
        int start = html.IndexOf("{\"title\"", StringComparison.Ordinal);
        int end = html.LastIndexOf(",\"/* What every widget shares", StringComparison.Ordinal);
        return JsonNode.Parse(html[start..end])!;
    }

    private sealed class Drawn(IReadOnlyList<Frame> frames, string title = "Drawn") : Scene(title, [new Preset("all", frames)]);
}
