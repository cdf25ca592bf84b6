using Display;
using Notebooks;
using Notebooks.Book;

namespace Notebooks.Tests;

public sealed class BookTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory().FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Every_notebook_is_a_page_and_the_first_page_lists_them()
    {
        string index = Write(Chapter("01-one"), Chapter("02-two"));
        string front = File.ReadAllText(index);
        Assert.Contains("<a href=\"01-one.html\">", front);
        Assert.Contains("10 minutes", front);
        Assert.Contains("<strong>introduction</strong>", front);
        string first = Page("01-one");
        Assert.Contains("rel=\"next\" href=\"02-two.html\"", first);
        Assert.DoesNotContain("rel=\"prev\"", first);
        Assert.Contains("rel=\"prev\" href=\"01-one.html\"", Page("02-two"));
        Assert.Equal(["01-one.html", "02-two.html", "book.css", "book.js", "index.html"], Directory.GetFiles(_folder).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_number_in_the_heading_is_not_said_twice()
    {
        var notebook = Notebook.Parse(Sample.Json(Sample.Prose("a", "# 1 · A slow blur")));
        Assert.Equal("A slow blur", new Chapter("01-a-slow-blur", notebook, _folder).Title);
    }

    [Fact]
    public void Pages_ask_the_network_for_nothing()
    {
        Write(Chapter("01-one"));
        foreach (string file in Directory.GetFiles(_folder))
            Assert.DoesNotContain("http", File.ReadAllText(file).Replace("http://www.w3.org/", ""));
    }

    [Fact]
    public void Each_output_is_drawn_in_its_richest_form()
    {
        Chapter chapter = Chapter("01-one");
        NotebookCell cell = chapter.Notebook.Cells[3];
        cell.AddStream("stdout", "\e[31mred\e[0m <b>");
        cell.AddStream("stderr", "careful");
        cell.AddDisplay(new MimeBundle().AddPng([1]).Add("text/plain", "a photo \"of\" 2 x 2"));
        cell.AddDisplay(new MimeBundle().Add("text/html", "<table><tr><td>rich</td></tr></table>").Add("text/plain", "poor"));
        cell.AddDisplay(new MimeBundle().Add("image/svg+xml", "<?xml version=\"1.0\"?><svg></svg>").Add("text/plain", "a line"));
        cell.AddDisplay(MimeBundle.Text("plain < text"));
        cell.AddError("BlurException", "too <wide>", ["at line 3"]);
        Write(chapter);
        string page = Page("01-one");
        Assert.Contains(">red &lt;b&gt;</pre>", page);
        Assert.Contains("error stream", page);
        Assert.Contains("<img alt=\"a photo &quot;of&quot; 2 x 2\" src=\"data:image/png;base64,AQ==\">", page);
        Assert.Contains("<figcaption aria-hidden=\"true\">a photo &quot;of&quot; 2 x 2</figcaption>", page);
        Assert.Contains("<td>rich</td>", page);
        Assert.DoesNotContain("poor", page);
        Assert.Contains("<svg role=\"img\" aria-label=\"a line\">", page);
        Assert.Contains("plain &lt; text", page);
        Assert.Contains("<strong>BlurException</strong> too &lt;wide&gt;", page);
        Assert.Contains("a cell failed", File.ReadAllText(Path.Combine(_folder, "index.html")));
    }

    [Fact]
    public void A_chart_is_live_with_plotly_and_still_without()
    {
        Chapter chapter = Chapter("01-one");
        chapter.Notebook.Cells[3].AddDisplay(new MimeBundle().Add("application/vnd.plotly.v1+json", """{"data":[],"layout":{"title":{"text":"</script>"}}}""")
            .Add("image/svg+xml", "<svg></svg>").Add("text/plain", "1 ms"));
        Write(chapter);
        Assert.Contains("still pictures, because plotly.js", Page("01-one"));
        Assert.DoesNotContain("plotly.min.js", Page("01-one"));
        Assert.DoesNotContain("class=\"live\"", Page("01-one"));

        string plotly = Path.Combine(_folder, "source.js");
        File.WriteAllText(plotly, "window.Plotly = {};");
        new BookWriter("The book", "").Write(_folder, [new BookPart("Part A", [chapter])], plotly);
        Assert.Contains("<script src=\"plotly.min.js\" defer>", Page("01-one"));
        Assert.Contains("{\"text\":\"\\u003c/script\\u003e\"}", Page("01-one").Replace("\\u003E", "\\u003e").Replace("\\u003C", "\\u003c"));
        Assert.Contains("1 ms", Page("01-one"));
        Assert.True(File.Exists(Path.Combine(_folder, "plotly.min.js")));
        Write(chapter);
        Assert.False(File.Exists(Path.Combine(_folder, "plotly.min.js")));
    }

    [Fact]
    public void Headings_have_their_own_ids_and_links_lead_to_pages()
    {
        string pictures = Directory.CreateDirectory(Path.Combine(_folder, "source")).FullName;
        File.WriteAllBytes(Path.Combine(pictures, "my cat.png"), [1]);
        var notebook = Notebook.Parse(Sample.Json(Sample.Prose("a", "# T\n\n## The `cache`, again\n\n[two](02-two.ipynb#x) [three](03-three.ipynb#Measured:-here) ![cat](my%20cat.png)"),
            Sample.Prose("b", "## The cache again\n\n|a|\n|-|\n|1|")));
        Write(new Chapter("01-one", notebook, pictures));
        string page = Page("01-one");
        Assert.Contains("<h2 id=\"the-cache-again\">", page);
        Assert.Contains("<h2 id=\"the-cache-again-2\">", page);
        Assert.Contains("<a href=\"#the-cache-again\">The cache, again</a>", page);
        Assert.Contains("href=\"02-two.html#x\"", page);
        Assert.Contains("href=\"03-three.html#measured-here\"", page);
        Assert.Contains("src=\"pictures/my%20cat.png\"", page);
        Assert.True(File.Exists(Path.Combine(_folder, "pictures", "my cat.png")));
    }

    [Theory]
    [InlineData("int x = 0xFF; // why", "<span class=\"kw\">int</span> x = <span class=\"num\">0xFF</span>; <span class=\"com\">// why</span>")]
    [InlineData("Photo.Load(\"a//b\")", "<span class=\"type\">Photo</span>.<span class=\"fn\">Load</span>(<span class=\"str\">&quot;a//b&quot;</span>)")]
    [InlineData("$\"\"\"\na \"b\" {c}\n\"\"\"", "<span class=\"str\">$&quot;&quot;&quot;\na &quot;b&quot; {c}\n&quot;&quot;&quot;</span>")]
    [InlineData("'\\'' + '\\u0041'", "<span class=\"str\">&#39;\\&#39;&#39;</span> + <span class=\"str\">&#39;\\u0041&#39;</span>")]
    [InlineData("List<byte[]>.New<int>(a < b)", "<span class=\"type\">List</span>&lt;<span class=\"kw\">byte</span>[]&gt;.<span class=\"fn\">New</span>&lt;<span class=\"kw\">int</span>&gt;(a &lt; b)")]
    [InlineData("#!python\ndef f(x): # no\n    return None", "<span class=\"dir\">#!python</span>\n<span class=\"kw\">def</span> <span class=\"fn\">f</span>(x): <span class=\"com\"># no</span>\n    <span class=\"kw\">return</span> <span class=\"kw\">None</span>")]
    [InlineData("x\n#!html\nfor <b>", "x\n<span class=\"dir\">#!html</span>\nfor &lt;b&gt;")]
    [InlineData("\"open", "&quot;open")]
    [InlineData("", "")]
    public void Code_is_coloured_by_its_tokens(string source, string html) => Assert.Equal(html, CodeHighlighter.Highlight(source));

    /// <summary>Whatever the source, colouring it changes no character of it.</summary>
    [Fact]
    public void Colouring_never_changes_the_text()
    {
        string[] pieces = ["#!python\n", "#!csharp\n", "\"", "\"\"\"", "'", "//", "/*", "*/", "\n", "$", "@", "\\", "#", "<", "var x = 1;", "def", "Name", " ", "é"];
        var random = new Random(7);
        for (int round = 0; round < 3000; round++)
        {
            string source = string.Concat(Enumerable.Range(0, random.Next(14)).Select(_ => pieces[random.Next(pieces.Length)]));
            string html = CodeHighlighter.Highlight(source);
            Assert.Equal(source, System.Net.WebUtility.HtmlDecode(System.Text.RegularExpressions.Regex.Replace(html, "<[^>]*>", "")));
        }
    }

    private string Write(params Chapter[] chapters) =>
        new BookWriter("The book", "An **introduction**.").Write(_folder, [new BookPart("Part A", chapters)], Path.Combine(_folder, "missing.js"));

    private string Page(string name) => File.ReadAllText(Path.Combine(_folder, name + ".html"));

    private Chapter Chapter(string name) => new(name, Sample.Clean(), _folder);
}
