using Course.Caches;
using Course.Scenes;
using Course.Traces;

namespace Course.Tests.Scenes;

/// <summary>The cache scenes against counts made here by hand or by a second, naive cache.</summary>
public sealed class CacheSceneTests
{
    [Theory]
    [InlineData("in order", 12, 4)]
    [InlineData("every fourth", 0, 16)]
    [InlineData("the first eight, twice", 14, 2)]
    [InlineData("two places in turn", 12, 4)]
    [InlineData("three places in turn", 0, 12)]
    public void Patterns_hit_and_miss_as_counted_by_hand(string pattern, int hits, int misses)
    {
        Frame last = new HitsAndMissesScene().Presets.Single(preset => preset.Name == pattern).Frames[^1];
        Assert.Equal([$"{hits}", $"{misses}", $"{100.0 * hits / (hits + misses):F0} %"], last.Counters.Select(counter => counter.Value));
    }

    [Fact]
    public void Your_own_list_comes_first_and_agrees_with_a_naive_cache()
    {
        var random = new Random(11);
        int[] elements = [.. Enumerable.Range(0, 200).Select(_ => random.Next(64))];
        Preset preset = new HitsAndMissesScene(elements).Presets[0];
        Assert.Equal("your own list", preset.Name);
        var held = new List<int>();
        int hits = 0;
        for (int i = 0; i < elements.Length; i++)
        {
            int line = elements[i] / 4;
            bool hit = held.Remove(line);
            hits += hit ? 1 : 0;
            held.Add(line);
            if (held.Count > 2) held.RemoveAt(0);
            Frame frame = preset.Frames[i + 1];
            Assert.Equal($"{hits}", frame.Counters[0].Value);
            Assert.Contains(hit ? ": hit." : ": miss.", frame.Narration);
            var cached = ((CellsPanel)frame.Panels[0]).Rows.SelectMany(row => row.Cells).Where(cell => cell.Text != "").Select(cell => int.Parse(cell.Text)).Order();
            Assert.Equal(held.SelectMany(each => Enumerable.Range(each * 4, 4)).Order(), cached);
        }
    }

    [Fact]
    public void Lists_without_room_get_a_sentence()
    {
        Assert.Contains("Element -1 is negative", Assert.Throws<ArgumentException>(() => new HitsAndMissesScene(3, -1)).Message);
        Assert.Contains("Element 64 lies beyond the 64", Assert.Throws<ArgumentException>(() => new HitsAndMissesScene(64)).Message);
        Assert.Contains("10,001 accesses are too many", Assert.Throws<ArgumentException>(() => new HitsAndMissesScene(new int[10_001])).Message);
        Assert.Contains("Address -5 is negative", Assert.Throws<ArgumentException>(() => new LineLoadScene(-5)).Message);
        Assert.Contains("13 lines of 64 bytes; the picture has room for 12", Assert.Throws<ArgumentException>(
            () => new LineLoadScene([.. Enumerable.Range(0, 13).Select(i => 64L * i)])).Message);
        Assert.Contains("holds no access", Assert.Throws<ArgumentException>(() => new SetPressureScene(CacheConfiguration.FirstLevel, ("empty", new Trace()))).Message);
        Assert.NotEmpty(new HitsAndMissesScene([]).Presets);
        Assert.NotEmpty(new LineLoadScene(long.MaxValue).Presets);
    }

    [Fact]
    public void Address_100_loads_64_to_127()
    {
        Frame frame = new LineLoadScene(100, 127, 128).Presets[0].Frames[1];
        Assert.Contains("its whole line, 64 to 127", frame.Narration);
        Assert.Equal(["0", "1", "1", "64"], frame.Counters.Select(counter => counter.Value));
        var cells = ((CellsPanel)frame.Panels[0]).Rows[0].Cells;
        Assert.Equal(["100"], cells.Where(cell => cell.Role == CellRole.Miss).Select(cell => cell.Text));
        Assert.Equal(15, cells.Count(cell => cell.Role == CellRole.Cached));
    }

    [Theory]
    [InlineData("in order", 1, 32, 32, 31)]
    [InlineData("backwards", 32, 32, 1, 0)]
    [InlineData("every second line", 16, 16, 16, 0)]
    public void The_prefetcher_helps_where_the_next_line_comes_next(string pattern, int misses, int without, int prefetched, int used)
    {
        Frame last = new PrefetcherScene().Presets.Single(preset => preset.Name == pattern).Frames[^1];
        Assert.Equal([$"{misses}", $"{without}", $"{prefetched}", $"{used}"], last.Counters.Select(counter => counter.Value));
    }

    [Fact]
    public void A_column_of_a_power_of_two_pitch_lands_in_few_sets_and_padding_spreads_it()
    {
        var scene = new SetPressureScene();
        int SetsTouched(string pattern) => ((HeatPanel)scene.Presets.Single(preset => preset.Name == pattern).Frames[^1].Panels[0]).Values.Count(value => value > 0);
        Assert.Equal(2, SetsTouched("column by column"));
        Assert.Equal(64, SetsTouched("column by column, rows padded by a line"));
        Frame rows = scene.Presets[0].Frames[^1];
        Assert.Equal(["87.5 %", "0.0 %", "1,024"], rows.Counters.Select(counter => counter.Value));
    }
}
