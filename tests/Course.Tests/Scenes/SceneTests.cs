using Course.Images;
using Course.Scenes;

namespace Course.Tests.Scenes;

public sealed class SceneTests
{
    [Fact]
    public void A_long_run_is_thinned_keeps_its_ends_and_says_so()
    {
        Preset preset = new Counting(1000).Presets[0];
        Assert.Equal(Scene.LongestRun, preset.Frames.Count);
        Assert.Equal("step 0", preset.Frames[0].Narration);
        Assert.Equal("step 999", preset.Frames[^1].Narration);
        Assert.Equal("Of 1,000 steps 240 are shown; every count is of all of them.", preset.Note);
        Assert.Equal(preset.Frames.Count, preset.Frames.Select(frame => frame.Narration).Distinct().Count());
    }

    [Fact]
    public void A_short_run_stays_whole()
    {
        Preset preset = new Counting(Scene.LongestRun).Presets[0];
        Assert.Equal(Scene.LongestRun, preset.Frames.Count);
        Assert.Equal("", preset.Note);
    }

    [Fact]
    public void A_run_without_a_frame_is_refused() => Assert.Throws<ArgumentException>(() => new Counting(0));

    [Fact]
    public void A_picture_of_nothing_is_refused()
    {
        Assert.Contains("at least one picture", Assert.Throws<ArgumentException>(() => new PictureScene()).Message);
        Assert.Contains("'empty' is 0 x 3", Assert.Throws<ArgumentException>(() => new PictureScene(("empty", new Plane<byte>(0, 3)))).Message);
    }

    private sealed class Counting(int steps) : Scene("Counting",
        [new Preset("all", [.. Enumerable.Range(0, steps).Select(i => new Frame($"step {i}", [], []))])]);
}
