using System.Text.Json.Nodes;
using Display;
using Kernel.Formatting;

namespace Kernel.Tests.Formatting;

public sealed class ValueFormatterTests
{
    private readonly record struct Point(int X, double Y);

    private sealed class Node
    {
        public string Name { get; init; } = "";

        public Node? Next { get; set; }

        public string Fails => throw new InvalidOperationException("no");
    }

    private enum Colour
    {
        Red,
    }

    private static string Text(object? value) => ValueFormatter.ToBundle(value).Data["text/plain"].GetValue<string>();

    private static string Html(object? value) => ValueFormatter.ToBundle(value).Data["text/html"].GetValue<string>();

    public static TheoryData<object?, string> Plain => new()
    {
        { null, "null" },
        { true, "True" },
        { 0.1, "0.1" },
        { double.NaN, "NaN" },
        { 'x', "x" },
        { "<b>", "<b>" },
        { Colour.Red, "Red" },
        { TimeSpan.FromSeconds(1.5), "00:00:01.5000000" },
        { typeof(Dictionary<string, int[]>), "Dictionary<string, int[]>" },
        { (1, "a"), "(1, a)" },
        { new int[] { 1, 2, 3 }, "[1, 2, 3]" },
        { new List<string> { "a", "b" }, "[a, b]" },
        { Array.Empty<int>(), "[]" },
        { new byte[] { 1, 255 }, "byte[2]\n0000  01 ff" },
        { JsonNode.Parse("{\"a\":1}"), "{\n  \"a\": 1\n}" },
        { new Point(1, 2.5), "Point { X = 1, Y = 2.5 }" },
        { new DateTime(2026, 11, 3, 4, 5, 6, DateTimeKind.Utc), "2026-11-03 04:05:06Z" },
        { new DateTime(2026, 11, 3, 4, 5, 6, 500), "2026-11-03 04:05:06.5" },
        { new DateOnly(2026, 11, 3), "2026-11-03" },
        { (Func<int, int>)(x => x), "Func<int, int>" },
        { (Func<double, double>)Math.Abs, "Func<double, double> Abs" },
        { Task.FromResult(5), "5" },
        { Task.CompletedTask, "Task that has ended" },
    };

    [Theory]
    [MemberData(nameof(Plain))]
    public void Values_have_a_plain_text(object? value, string text) => Assert.Equal(text, Text(value));

    private sealed class Mute
    {
        public int Kept => 1;

        public IEnumerable<int> Broken => Enumerable.Range(0, 3).Select(i => 1 / i);

        public override string ToString() => throw new InvalidOperationException("no text");
    }

    [Fact]
    public void What_throws_while_it_is_read_says_so_in_its_own_place()
    {
        Assert.Equal("(InvalidOperationException: no text)", Text(new Mute()));
        Assert.Contains("(DivideByZeroException: Attempted to divide by zero.)", Html(new Mute()));
        Assert.Contains("Kept  Broken\n", Text(new[] { new Mute() }));
        Assert.Contains("(InvalidOperationException: ", Text(new[] { ("a", default(System.Collections.Immutable.ImmutableArray<int>)) }));
    }

    [Fact]
    public void Records_tuples_and_dictionaries_become_tables()
    {
        Assert.Equal("X    Y\n-  ---\n1  2.5\n2   10", Text(new[] { new Point(1, 2.5), new Point(2, 10) }));
        Assert.Contains("<th scope=\"col\">X</th><th scope=\"col\">Y</th>", Html(new[] { new Point(1, 2.5) }));
        Assert.Equal("Item1  Item2\n-----  -----\n    1  a", Text(new[] { (1, "a") }));
        Assert.Equal("key  value\n---  -----\na        1", Text(new Dictionary<string, int> { ["a"] = 1 }));
        Assert.Equal("1  2\n3  4", Text(new double[,] { { 1, 2 }, { 3, 4 } }));
        Assert.Equal("1  2\n3", Text(new[] { new[] { 1, 2 }, [3] }));
        Assert.Contains("Left", Text(new[] { new { Left = 1 } }));
    }

    [Fact]
    public void Markup_in_values_is_escaped()
    {
        string html = Html(new[] { new Node { Name = "<script>alert('x')</script>" } });
        Assert.DoesNotContain("<script", html);
        Assert.Contains("&lt;script&gt;", html);
    }

    [Fact]
    public void Long_and_endless_sequences_are_cut_with_a_count()
    {
        static IEnumerable<int> Endless()
        {
            for (int i = 0; ; i++) yield return i;
        }

        Assert.EndsWith(", 49, … 950 more]", Text(Enumerable.Range(0, 1000).ToList()));
        Assert.EndsWith(", 49, … more]", Text(Endless()));
        Assert.EndsWith("… 50 more", Text(Enumerable.Range(0, 100).Select(i => new Point(i, i)).ToArray()));
        Assert.EndsWith("… 1488 more", Text(new byte[2000]));
        Assert.EndsWith("… of 100 rows and 3 columns", Text(new int[100, 3]));
    }

    [Fact]
    public void Objects_become_trees_that_end_at_cycles_and_survive_failing_getters()
    {
        var first = new Node { Name = "one" };
        first.Next = new Node { Name = "two", Next = first };
        Assert.Equal("Node\n  Name: one\n  Next: Node\n    Name: two\n    Next: (shown above)\n    Fails: (InvalidOperationException: no)\n  Fails: (InvalidOperationException: no)", Text(first));
        Assert.Contains("<em>shown above</em>", Html(first));
        Assert.StartsWith("<details open>", Html(first));
        var deep = new Node();
        for (int i = 0; i < 100; i++) deep = new Node { Next = deep };
        Assert.True(Html(deep).Length < 4000);
    }

    [Fact]
    public void An_exception_shows_its_text() => Assert.StartsWith("System.ArgumentException: bad", Text(new ArgumentException("bad")));

    [Fact]
    public void Formats_can_be_asked_for()
    {
        MimeBundle bundle = ValueFormatter.ToBundle(new Point(1, 2), ["application/json", "text/html"]);
        Assert.Equal("{\"X\":1,\"Y\":2}", bundle.Data["application/json"].ToJsonString());
        Assert.Equal(["application/json", "text/html"], bundle.Data.Keys);
        Assert.Equal("# t", ValueFormatter.ToBundle("# t", ["text/markdown"]).Data["text/markdown"].GetValue<string>());
    }

    [Fact]
    public void An_attribute_of_any_assembly_says_how_its_type_looks()
    {
        MimeBundle bundle = ValueFormatter.ToBundle(new Derived());
        Assert.Equal("<i>drawn</i>", bundle.Data["text/html"].GetValue<string>());
        Assert.Equal("{\"a\":1}", bundle.Data["application/vnd.test+json"].ToJsonString());
        Assert.False(bundle.Data.ContainsKey("image/png"));
        Assert.True(bundle.Data.ContainsKey("text/plain"));
        Assert.Equal("<i>drawn</i>", Html(new ThroughInterface()));
        Assert.Contains("Shown", Text(new Declining { Shown = 3 }));
    }

    [Fact]
    public void Several_pictures_are_drawn_one_below_the_other()
    {
        Assert.Equal("<div><i>drawn</i></div><div><i>drawn</i></div>", Html(new[] { new Derived(), new Derived() }));
        Assert.Equal("<div><i>drawn</i></div><div><i>drawn</i></div>", Html((new Derived(), new ThroughInterface())));
        Assert.Contains("<table>", Html(new[] { new Declining(), new Declining() }));
    }

    [TypeFormatterSource(typeof(Source), PreferredMimeTypes = ["text/html", "application/vnd.test+json"])]
    private class Drawn;

    private sealed class Derived : Drawn;

    [TypeFormatterSource(typeof(Source))]
    private interface IDrawn;

    private sealed class ThroughInterface : IDrawn;

    [TypeFormatterSource(typeof(DecliningSource))]
    private sealed class Declining
    {
        public int Shown { get; init; }
    }

    // As other people's libraries have it: internal, found by its simple name only.
    [AttributeUsage(AttributeTargets.Class | AttributeTargets.Interface)]
    internal sealed class TypeFormatterSourceAttribute(Type formatterSourceType) : Attribute
    {
        public Type FormatterSourceType { get; } = formatterSourceType;

        public string[] PreferredMimeTypes { get; set; } = [];
    }

    internal sealed class Source
    {
        public IEnumerable<object> CreateTypeFormatters() =>
            [new One("text/html", "<i>drawn</i>", true), new One("application/vnd.test+json", "{\"a\":1}", true), new One("image/png", "AAAA", true)];
    }

    internal sealed class DecliningSource
    {
        public IEnumerable<object> CreateTypeFormatters() => [new One("text/html", "half", false)];
    }

    internal sealed class One(string mimeType, string content, bool does)
    {
        public string MimeType { get; } = mimeType;

        public bool Format(object instance, TextWriter writer)
        {
            writer.Write(content);
            return does;
        }
    }

    [Fact]
    public void A_list_of_somebodys_own_says_below_its_table_what_it_knows_beside_its_items()
    {
        var measured = new Measured { new(1, 2), new(3, 4) };
        Assert.EndsWith("Machine: a <fast> one", Text(measured).TrimEnd());
        Assert.EndsWith("</table><p>Machine: a &lt;fast&gt; one</p>", Html(measured));
    }

    private sealed class Measured : List<Point>
    {
        public string Machine => "a <fast> one";

        public IEnumerable<int> Numbers => [1];
    }
}
