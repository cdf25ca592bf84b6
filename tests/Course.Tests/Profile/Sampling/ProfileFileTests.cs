using System.Text.Json.Nodes;
using Course.Profile;
using Course.Profile.Sampling;
using Course.Tests.Measure;

namespace Course.Tests.Profile.Sampling;

[Collection(TimingCollection.Name)]
public sealed class ProfileFileTests : IDisposable
{
    private static readonly Lazy<SamplingProfile> Profile = new(() => SamplingProfile.Of(() => KnownPrograms.ThreeQuartersAndOne(0.3)));

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Folded_stacks_add_up_to_the_running_time()
    {
        string[] lines = File.ReadAllLines(Save("stacks.txt"));
        double sum = 0;
        foreach (string line in lines)
        {
            int space = line.LastIndexOf(' ');
            Assert.DoesNotContain(";;", line[..space]);
            sum += long.Parse(line[(space + 1)..]);
        }
        Assert.Equal(Profile.Value.Running.TotalMicroseconds, sum, tolerance: lines.Length);
        Assert.Contains(lines, line => line.Contains("ThreeQuartersAndOne;KnownPrograms.ThreeQuarters;KnownPrograms.Spend ", StringComparison.Ordinal));
    }

    [Fact]
    public void The_speedscope_file_keeps_the_rules_of_its_format()
    {
        JsonNode file = JsonNode.Parse(File.ReadAllText(Save("stacks.json")))!;
        Assert.Equal("https://www.speedscope.app/file-format-schema.json", (string?)file["$schema"]);
        int frames = file["shared"]!["frames"]!.AsArray().Count;
        JsonNode profile = Assert.Single(file["profiles"]!.AsArray())!;
        Assert.Equal("sampled", (string?)profile["type"]);
        Assert.Contains((string?)profile["unit"], new[] { "none", "nanoseconds", "microseconds", "milliseconds", "seconds", "bytes" });
        JsonArray samples = profile["samples"]!.AsArray(), weights = profile["weights"]!.AsArray();
        Assert.Equal(samples.Count, weights.Count);
        Assert.All(samples, sample => Assert.All(sample!.AsArray(), frame => Assert.InRange((int)frame!, 0, frames - 1)));
        Assert.Equal((double)profile["endValue"]!, weights.Sum(weight => (double)weight!), 2);
        Assert.Equal(Profile.Value.Running.TotalMilliseconds, (double)profile["endValue"]!, samples.Count * 0.001);
    }

    [Fact]
    public void The_flame_graph_is_small_and_loads_nothing()
    {
        string page = File.ReadAllText(Save("flame.html"));
        Assert.InRange(page.Length, 5_000, 300_000);
        Assert.DoesNotContain("http", page.Replace("http://www.w3.org", "", StringComparison.Ordinal));
        Assert.Contains("KnownPrograms.Spend", page);
        Assert.Contains("<table>", page);
    }

    [Fact]
    public void An_unknown_ending_is_named_and_nothing_half_written_stays()
    {
        string file = Path.Combine(_folder.Path, "profile.xyz");
        Assert.Contains(".html is a flame graph", Assert.Throws<ProfileException>(() => Profile.Value.Save(file)).Message);
        Assert.Contains("Cannot write", Assert.Throws<ProfileException>(() => Profile.Value.Save(Path.Combine(_folder.Path, "none", "x.txt"))).Message);
        Save("twice.txt");
        Save("twice.txt");
        Assert.Equal(["twice.txt"], Directory.GetFileSystemEntries(_folder.Path).Select(Path.GetFileName));
    }

    [Fact]
    public void A_deep_recursion_is_counted_once_and_its_cut_is_told()
    {
        SamplingProfile profile = SamplingProfile.Of(() => KnownPrograms.Recursive(40, 0.2));
        MethodTime recursive = Assert.Single(profile.Methods, method => method.Method == "KnownPrograms.Recursive");
        MethodTime below = Assert.Single(profile.Methods, method => method.Method == "KnownPrograms.ThreeQuartersAndOne");
        Assert.InRange(recursive.Total / below.Total, 0.999, 1.05);
        SamplingProfile deep = SamplingProfile.Of(() => KnownPrograms.Recursive(400, 0.2));
        Assert.Contains(deep.Notes, note => note.Contains("deeper than the hundred calls", StringComparison.Ordinal));
    }

    private string Save(string name)
    {
        string file = Path.Combine(_folder.Path, name);
        Profile.Value.Save(file);
        return file;
    }
}
