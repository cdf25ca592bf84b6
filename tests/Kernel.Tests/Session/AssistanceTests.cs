using Kernel.Session;

namespace Kernel.Tests.Session;

/// <summary>The cursor stands at the bar.</summary>
public sealed class AssistanceTests(SharedSession shared) : IClassFixture<SharedSession>
{
    private async Task<Completions> CompleteAsync(string marked) =>
        await shared.Session.CompleteAsync(marked.Replace("|", ""), marked.IndexOf('|'), CancellationToken.None);

    private async Task<string?> InspectAsync(string marked) =>
        await shared.Session.InspectAsync(marked.Replace("|", ""), marked.IndexOf('|'), CancellationToken.None) is { } bundle ? RecordingOutput.In(bundle, "text/plain") : null;

    [Theory]
    [InlineData("Console.Wri|", "WriteLine", "SetOut")]
    [InlineData("Console.|", "WriteLine", "ToString")]
    [InlineData("\"text\".|", "Length", "IsNullOrEmpty")]
    [InlineData("\"text\".Sub|", "Substring", "Length")]
    [InlineData("new List<int>().|", "Where", "List")]
    [InlineData("string s = null; s?.Tri|", "Trim", "Length")]
    [InlineData("System.|", "Console", "Console.WriteLine")]
    [InlineData("using System.Dia|", "Diagnostics", "Console")]
    [InlineData("Cons|", "Console", "Math")]
    [InlineData("forea|", "foreach", "for")]
    [InlineData("disp|", "display", "Console")]
    [InlineData("int Local() { int inside = 1; return ins|; }", "inside", "Console")]
    [InlineData("Console.WriteLine(Math.|)", "Sqrt", "WriteLine")]
    [InlineData("#!markdown\n# T\n#!csharp\nMath.S|", "Sqrt", "Cos")]
    [InlineData("#!sh|", "#!share", "#!time")]
    public async Task Completions_fit_the_place(string marked, string there, string notThere)
    {
        Completions found = await CompleteAsync(marked);
        Assert.Contains(there, found.Items.Select(item => item.Text));
        Assert.DoesNotContain(notThere, found.Items.Select(item => item.Text));
    }

    [Theory]
    [InlineData("// Cons|")]
    [InlineData("\"Cons|\"")]
    [InlineData("#!python\nprin|")]
    public async Task Text_and_other_languages_get_none(string marked) => Assert.Empty((await CompleteAsync(marked)).Items);

    [Fact]
    public async Task Earlier_cells_count_and_the_replaced_range_is_the_word()
    {
        await shared.RunWellAsync("int remembered = 41; record Shape(int Corners, string Label);");
        Completions found = await CompleteAsync("1 + remem|");
        Assert.Equal((4, 9), (found.Start, found.End));
        Assert.Equal(new Completion("remembered", "variable", ""), Assert.Single(found.Items));
        Assert.Contains("Corners", (await CompleteAsync("\r\nnew Shape(3, \"x\").Cor|")).Items.Select(item => item.Text));
        Assert.Contains("overloads", (await CompleteAsync("Console.WriteL|")).Items.Single(item => item.Text == "WriteLine").Signature);
    }

    [Fact]
    public async Task Inspection_tells_signature_documentation_and_value()
    {
        await shared.RunWellAsync("int told = 41;\n/// <summary>Says hello.</summary>\n/// <param name=\"who\">Whom.</param>\nstring Greet(string who = \"x\") => who;");
        Assert.Equal("int told = 41", await InspectAsync("to|ld"));
        Assert.Equal("string Greet(string who = \"x\")\n\nSays hello.\n\nwho: Whom.", await InspectAsync("Gre|et()"));
        string framework = (await InspectAsync("Math.Sq|rt(2)"))!;
        Assert.StartsWith("double Math.Sqrt(double d)", framework);
        Assert.Contains("square root", framework);
        Assert.Contains("WriteLine(bool value)", await InspectAsync("Console.WriteLine(|)"));
        Assert.Contains("Shows a value now", await InspectAsync("disp|lay(1)"));
        Assert.Null(await InspectAsync("   |   "));
        Assert.Null(await InspectAsync("#!python\nprint|"));
    }

    [Theory]
    [InlineData("1 + 1", Completeness.Complete)]
    [InlineData("int x = 1;", Completeness.Complete)]
    [InlineData("", Completeness.Complete)]
    [InlineData("#!python\nfor", Completeness.Complete)]
    [InlineData("for (int i = 0; i < 3; i++) {", Completeness.Incomplete)]
    [InlineData("Console.WriteLine(", Completeness.Incomplete)]
    [InlineData("string s = \"\"\"", Completeness.Incomplete)]
    [InlineData("int x = ;", Completeness.Invalid)]
    [InlineData("}", Completeness.Invalid)]
    public void A_text_is_complete_or_not(string text, Completeness completeness) => Assert.Equal(completeness, shared.Session.CompletenessOf(text));
}
