namespace Notebooks.Tests.Running;

/// <summary><c>course profile calls</c>, <c>lines</c> and <c>counters</c> on a program in one file.</summary>
public sealed class ProfileFileCommandTests : IDisposable
{
    private const string Program = """
        Shop shop = new(args.Length);
        for (int day = 0; day < 5; day++) shop.Sell(day);
        Console.WriteLine($"sold {shop.Total}");

        class Shop(int start)
        {
            public int Total { get; private set; } = start;

            public void Sell(int count)
            {
                for (int i = 0; i < count; i++)
                    Total += Price(i);
            }

            static byte[] s_label = [];

            static int Price(int item)
            {
                s_label = new byte[976];
                return s_label.Length + item;
            }
        }
        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("profile-file-").FullName;

    public ProfileFileCommandTests() => File.WriteAllText(Path.Combine(_folder, "shop.cs"), Program);

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Calls_are_counted_and_the_program_gets_its_arguments_and_its_output()
    {
        string[] lines = Ok("profile", "calls", "shop.cs", "one", "two");
        Assert.Contains("sold 9772", lines);
        Assert.Contains(lines, line => line.StartsWith("Shop.Price ", StringComparison.Ordinal) && line.Contains(" 10 ", StringComparison.Ordinal) && line.EndsWith(" 10,000", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.Contains("called by Shop.Sell ×10", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.Contains("A call's probes cost", StringComparison.Ordinal));
    }

    [Fact]
    public void Lines_of_the_named_method_show_hits_and_bytes()
    {
        string[] lines = Ok("profile", "lines", "shop.cs", "--method", "Shop.Sell");
        Assert.Contains("Lines of Shop.Sell", lines);
        string loop = lines.Single(line => line.Contains("for (int i = 0; i < count", StringComparison.Ordinal)), body = lines.Single(line => line.Contains("Total += Price(i)", StringComparison.Ordinal));
        Assert.Matches(@"^ *11 +15 ", loop);
        Assert.Matches(@"^ *12 +10 .* 10,000$", body);
        Assert.Contains(lines, line => line.Contains("A probe costs", StringComparison.Ordinal));
    }

    [Fact]
    public void Counters_tell_for_each_row_where_the_count_comes_from()
    {
        string[] lines = Ok("profile", "counters", "shop.cs");
        Assert.Contains("sold 9770", lines);
        Assert.Matches(@"^ +[\d.,]+ ms  elapsed +measured", lines.Single(line => line.Contains("  elapsed  ", StringComparison.Ordinal)));
        Assert.Matches(@"^ +[\d,]+  page-faults +measured|not counted", lines.Single(line => line.Contains("  page-faults  ", StringComparison.Ordinal)));
        Assert.Contains(lines, line => line.StartsWith("An empty run, counted in the same way:", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("There is no file", "calls", "none.cs")]
    [InlineData("There is no file", "counters", "none.cs")]
    [InlineData("reaches no method 'Absent'", "lines", "shop.cs", "--method", "Absent")]
    [InlineData("--method", "lines", "shop.cs")]
    [InlineData("broken.cs does not compile", "calls", "broken.cs")]
    [InlineData("There is no process 2000000000", "allocations", "--pid", "2000000000")]
    [InlineData("--seconds goes from", "allocations", "--pid", "1", "--seconds", "0")]
    public void What_cannot_be_done_is_said(string expected, params string[] arguments)
    {
        File.WriteAllText(Path.Combine(_folder, "broken.cs"), "int x = ;");
        (int code, string output) = CourseCommand.Run(_folder, ["profile", .. arguments]);
        Assert.Equal(1, code);
        Assert.Contains(expected, output);
        Assert.DoesNotContain("   at ", output);
    }

    private string[] Ok(params string[] arguments)
    {
        (int code, string output) = CourseCommand.Run(_folder, arguments);
        Assert.True(code == 0, output);
        return output.Split('\n');
    }
}
