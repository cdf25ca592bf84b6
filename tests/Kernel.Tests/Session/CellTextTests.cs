using Kernel.Session;
using Kernel.Session.Directives;
using Kernel.Session.Packages;

namespace Kernel.Tests.Session;

public sealed class CellTextTests(SharedSession shared) : IClassFixture<SharedSession>
{
    private static readonly string[] Pieces =
        ["#!python", "#!csharp", "#!html", "#!time", "#!share x --from python", "#r \"a b.dll\"", "#!markdown # Title", "int x = 1;", "  indented", "", "#!/usr/bin/env dotnet", "# heading", "#region r", "\"\"\"", "}", "\t#!mermaid", "#!unknown-thing"];

    /// <summary>Every line is in exactly one part, at its own place, or is a directive or empty.</summary>
    [Fact]
    public void Any_cell_falls_into_parts_without_loss()
    {
        var random = new Random(7);
        for (int round = 0; round < 3000; round++)
        {
            string[] lines = [.. Enumerable.Range(0, random.Next(12)).Select(_ => Pieces[random.Next(Pieces.Length)])];
            string cell = string.Join(random.Next(2) == 0 ? "\n" : "\r\n", lines);
            List<CellPart> parts = CellText.Parts(cell);
            var covered = new HashSet<int>();
            foreach (CodePart part in parts.OfType<CodePart>())
            {
                string[] placed = part.AtItsLine.Split('\n');
                if (part.Text.Split('\n') is [var single] && lines[part.Line - 1] != single) continue;
                for (int i = part.Line - 1; i < placed.Length; i++)
                {
                    Assert.Equal(lines[i], placed[i]);
                    Assert.True(covered.Add(i));
                }
            }
            for (int i = 0; i < lines.Length; i++)
                if (!covered.Contains(i)) Assert.True(lines[i].Trim().Length == 0 || lines[i].TrimStart().StartsWith('#'), lines[i]);
        }
    }

    [Fact]
    public void Directives_are_read_with_options_and_quotes()
    {
        var share = Assert.IsType<DirectivePart>(CellText.Parts("#!share --from csharp \"x\" --as y").Single());
        Assert.Equal(("csharp", "y", "x"), (share.Option("--from"), share.Option("--as"), share.Plain.Single()));
        Assert.Equal("path with spaces.dll", Assert.IsType<DirectivePart>(CellText.Parts("#r \"path with spaces.dll\"").Single()).Arguments.Single());
        var markdown = Assert.IsType<CodePart>(CellText.Parts("#!markdown # Title").Single());
        Assert.Equal(("markdown", "# Title"), (markdown.Language, markdown.Text));
    }

    [Theory]
    [InlineData("nuget: Name, 1.2.3", "Name", "1.2.3")]
    [InlineData("nuget:Name.Of-It,1.2.*-*", "Name.Of-It", "1.2.*-*")]
    [InlineData("NuGet: Name", "Name", "")]
    [InlineData("nuget: Name, [1.0,2.0)", "Name", "[1.0,2.0)")]
    public void Packages_are_read(string text, string name, string version) => Assert.Equal(new PackageReference(name, version), PackageReference.Parse(text));

    [Theory]
    [InlineData("nuget:")]
    [InlineData("nuget: A B")]
    [InlineData("nuget: A, \" Condition=\"x")]
    [InlineData("nuget: ../../x, 1")]
    public void What_is_no_package_is_refused(string text) => Assert.Null(PackageReference.Parse(text));

    /// <summary>Cells of random pieces end with an outcome, whatever they hold, and the session goes on.</summary>
    [Fact]
    public async Task Any_text_ends_with_an_outcome()
    {
        var random = new Random(11);
        string[] tokens = ["{", "}", "(", ")", "\"", "'", "int", "x", "=", ";", "\n", "#!", "#r \"", "@", "$\"{", "await", "class C", "=>", "\0", "é漢", "1e999", "return", "#if X", "using ", "var (a,b)"];
        for (int round = 0; round < 60; round++)
        {
            string cell = string.Join(' ', Enumerable.Range(0, random.Next(1, 12)).Select(_ => tokens[random.Next(tokens.Length)]));
            await shared.RunAsync(cell);
            shared.Session.CompletenessOf(cell);
            int cursor = random.Next(cell.Length + 1);
            await shared.Session.CompleteAsync(cell, cursor, default);
            await shared.Session.InspectAsync(cell, cursor, default);
        }
        Assert.Equal("2", (await shared.RunWellAsync("1 + 1")).Text);
    }
}
