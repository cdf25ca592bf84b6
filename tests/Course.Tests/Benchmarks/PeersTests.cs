using Course.Tests.Architecture;
using Peers;

namespace Course.Tests.Benchmarks;

/// <summary>The recorded comparison with other people's software says everywhere what was measured.</summary>
public sealed class PeersTests
{
    private static readonly string[] Folders =
        [.. Directory.EnumerateFiles(Path.Combine(Repository.Root, "data", "results"), "peers.csv", SearchOption.AllDirectories).Select(file => Path.GetDirectoryName(file)!)];

    [Fact]
    public void Page_and_chart_are_what_the_table_says()
    {
        Assert.NotEmpty(Folders);
        foreach (string folder in Folders)
            foreach ((string file, string text) in Report.Written(folder))
                Assert.True(text == File.ReadAllText(Path.Combine(folder, file)), $"{file} is not what its table says; write both with `collect`.");
    }

    [SkippableFact]
    public void Readme_shows_the_table()
    {
        string readme = File.ReadAllText(Path.Combine(Repository.Root, "README.md"));
        bool marked = readme.Contains(Report.Begin);
        if (!marked && Environment.GetEnvironmentVariable("COURSE_REQUIRE_ALL") == "1") Assert.Fail("README.md has no place for the comparison.");
        Skip.IfNot(marked, "README.md has no place for the comparison.");
        Assert.Contains(Folders, folder => readme.Contains(Report.Section(folder)));
    }

    [Fact]
    public void Every_goal_names_contestants_that_were_measured()
    {
        foreach (string folder in Folders)
        {
            IReadOnlyList<PeerRow> rows = PeerTable.Read(Path.Combine(folder, "peers.csv"));
            Assert.Equal(Case.All.Select(one => one.Name), rows.Select(row => row.Case).Distinct());
            Assert.All(Goal.All, goal => Assert.Contains(rows, row => (row.Case, row.Peer, row.Against) == (goal.Case, goal.Peer, goal.Against) && row.Reached is not null));
            Assert.All(rows.Where(row => row.Goal.Length > 0), row => Assert.Equal(Goal.Of(row.Case, row.Peer)!.Holds(row.TimesAsFast.Median), row.Reached));
        }
    }

    [Fact]
    public void Table_comes_back_as_it_was_written()
    {
        PeerRow[] rows =
        [
            new("byte 3x3, 4x4", "someone, else's", 3, new Spread(0.5, 0.25, 1.5), "BoxBlur", new Spread(2, 1, 4), "times as fast >= 2", true, "border: replicated; rounding: none"),
            new("byte 3x3, 4x4", "recorded", 0, null, "BoxBlur", new Spread(0.5, 0.5, 0.5), "takes <= 1", false, ""),
            new("float", "free", 1, new Spread(1e-5, 1e-5, 12345), "BoxBlur", new Spread(1, 1, 1), "", null, "a copy"),
        ];
        InFile("", file =>
        {
            PeerTable.Write(rows, file);
            Assert.Equal(rows, PeerTable.Read(file));
        });
    }

    [Fact]
    public void Damaged_tables_are_read_or_refused_with_their_place()
    {
        string whole = File.ReadAllText(Path.Combine(Folders[0], "peers.csv"));
        var random = new Random(7);
        for (int i = 0; i < 200; i++)
        {
            char[] damaged = whole.ToCharArray();
            for (int hit = random.Next(1, 6); hit > 0; hit--) damaged[random.Next(damaged.Length)] = "\",\n.x-9"[random.Next(7)];
            InFile(new string(damaged), file =>
            {
                try { PeerTable.Read(file); }
                catch (InvalidDataException refused) { Assert.Contains(file, refused.Message); }
            });
        }
    }

    private static void InFile(string text, Action<string> use)
    {
        string file = Path.GetTempFileName();
        try
        {
            File.WriteAllText(file, text);
            use(file);
        }
        finally { File.Delete(file); }
    }
}
