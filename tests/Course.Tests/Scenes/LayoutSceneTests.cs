using Course.Scenes;
using Course.Traces.Layouts;

namespace Course.Tests.Scenes;

public sealed class LayoutSceneTests
{
    [Fact]
    public void Every_index_shows_the_reads_of_both_layouts_in_order()
    {
        var scene = new MemoryLayoutScene(3, 1, 4, 1.5, 9);
        foreach (Preset preset in scene.Presets)
        {
            Assert.Equal(6, preset.Frames.Count);
            for (int i = 0; i < 5; i++)
            {
                Frame frame = preset.Frames[i + 1];
                var panels = frame.Panels.Cast<CellsPanel>().ToArray();
                Assert.Equal(i + 1, panels[0].Rows[0].Cells[i].GoTo);
                Assert.Equal(CellRole.Active, panels[0].Rows[0].Cells[i].Role);
                Cell[] touched = [.. panels[1].Rows.SelectMany(row => row.Cells).Where(cell => cell.Order > 0).OrderBy(cell => cell.Order)];
                Assert.Equal(frame.Counters[0].Value, $"{touched.Length}");
                Assert.Equal(touched[^1].Text, panels[2].Rows[0].Cells.Where(cell => cell.Order > 0).MaxBy(cell => cell.Order).Text);
                Assert.Equal(new[] { "3", "1", "4", "1.5", "9" }[i], touched[^1].Text);
                Assert.Equal(2, frame.Arrows.Count(arrow => arrow.Followed));
            }
        }
    }

    [Fact]
    public void Real_lists_of_this_process_can_be_shown()
    {
        List<object> list = [1.0, 2.0, 3.0];
        double[] array = [1, 2, 3];
        var scene = new MemoryLayoutScene(RecordedLayout.Of(list), RecordedLayout.Of(array), 3);
        Assert.Contains("list[2] reads 5 places", scene.Presets[0].Frames[3].Narration);
        var chase = new PointerChaseScene(RecordedLayout.Of(new List<List<object>> { list, new() { 4.0, 5.0 } }), 1, 1);
        Assert.Equal("The way to list[1][1], read by read", chase.Title);
        Assert.EndsWith("Read the number itself: 5. Each read had to wait for the one before it.", chase.Presets[0].Frames[^1].Narration);
    }

    [Fact]
    public void The_way_to_an_element_takes_four_reads_or_nine_or_two()
    {
        var scene = new PointerChaseScene();
        Assert.Equal(["4 / 4", "9 / 9", "2 / 2"], scene.Presets.Select(preset => preset.Frames[^1].Counters[0].Value));
        Assert.Equal(["0 / 4", "1 / 4", "2 / 4", "3 / 4", "4 / 4"], scene.Presets[0].Frames.Select(frame => frame.Counters[0].Value));
        Assert.All(scene.Presets, preset => Assert.Contains("the number itself: 21", preset.Frames[^1].Narration));
        Assert.Equal([0, 1, 2, 3, 3], scene.Presets[0].Frames.Select(frame => frame.Arrows.Count(arrow => arrow.Followed)));
    }

    [Fact]
    public void Sizes_without_room_get_a_sentence()
    {
        Assert.Contains("1 to 16 numbers, not 17", Assert.Throws<ArgumentException>(() => new MemoryLayoutScene(new double[17])).Message);
        Assert.Contains("room for 8 numbers, not 9", Assert.Throws<ArgumentException>(() => new GrowingArrayScene(new double[9])).Message);
        Assert.Contains("8 to 256", Assert.Throws<ArgumentOutOfRangeException>(() => new HeapReuseScene(bufferBytes: 7)).Message);
    }

    [Fact]
    public void Each_added_element_is_counted_by_its_allocations()
    {
        Preset preset = new GrowingArrayScene().Presets[0];
        Assert.Equal(9, preset.Frames.Count);
        // A list object; 8 boxes; pointer arrays of 4 and 8. An array of 0, 4 and 8 elements.
        Assert.Equal(["11", "368", "3", "168"], preset.Frames[^1].Counters.Select(counter => counter.Value));
        foreach (Frame frame in preset.Frames)
        {
            var rows = frame.Panels.Cast<CellsPanel>().SelectMany(panel => panel.Rows);
            Assert.All(rows, row => Assert.Equal(8, row.Cells.Sum(cell => cell.Span)));
        }
    }

    [Fact]
    public void A_buffer_for_every_turn_brings_collections_and_one_buffer_brings_none()
    {
        var scene = new HeapReuseScene(bufferBytes: 96, iterations: 12);
        Assert.Equal(["12", "12", "1,152", "2"], scene.Presets[0].Frames[^1].Counters.Select(counter => counter.Value));
        Assert.Equal(["12", "1", "96", "0"], scene.Presets[1].Frames[^1].Counters.Select(counter => counter.Value));
    }

    [Fact]
    public void A_recorded_loop_is_shown_where_it_lay()
    {
        var scene = new HeapReuseScene(AllocationRecord.OfNewEachPass(20, 100), AllocationRecord.OfReuse(20, 100));
        Assert.Equal([20, 20], scene.Presets.Select(preset => preset.Frames.Count));
        Assert.Equal("1", scene.Presets[1].Frames[^1].Counters[1].Value);
        Assert.NotEqual("1", scene.Presets[0].Frames[^1].Counters[1].Value);
        Assert.All(scene.Presets.SelectMany(preset => preset.Frames), frame =>
            Assert.Single(((CellsPanel)frame.Panels[0]).Rows.SelectMany(row => row.Cells), cell => cell.Role == CellRole.Active));
    }

    [Theory]
    [InlineData(0, 256)]
    [InlineData(1, 64)]
    [InlineData(2, 32)]
    [InlineData(3, 16)]
    [InlineData(4, 8)]
    [InlineData(5, 4)]
    public void Wider_registers_need_fewer_instructions_for_the_same_sums(int preset, int instructions)
    {
        Frame last = new RegisterScene().Presets[preset].Frames[^1];
        Assert.Equal([$"{instructions}", "64", $"{instructions}"], last.Counters.Select(counter => counter.Value));
        var loop = (CodePanel)last.Panels[0];
        Assert.Contains("result[i]", loop.Code.Split('\n')[loop.Line], StringComparison.Ordinal);
        Assert.Equal(Enumerable.Range(1, 64).Select(i => $"{i + 10 * (i % 4 + 1)}"), ((CellsPanel)last.Panels[4]).Rows.SelectMany(row => row.Cells).Select(cell => cell.Text));
    }
}
