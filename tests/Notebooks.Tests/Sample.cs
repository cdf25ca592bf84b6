using Notebooks;

namespace Notebooks.Tests;

/// <summary>Notebooks the tests start from, and where the repository lies.</summary>
internal static class Sample
{
    public const string Metadata = """
        {"kernelspec": {"display_name": ".NET (C#)", "language": "C#", "name": ".net-csharp"},
         "language_info": {"file_extension": ".cs", "mimetype": "text/x-csharp", "name": "C#", "pygments_lexer": "csharp"}}
        """;

    public static string Json(params string[] cells) =>
        $$"""{"cells": [{{string.Join(", ", cells)}}], "metadata": {{Metadata}}, "nbformat": 4, "nbformat_minor": 5}""";

    public static string Code(string id, string source) =>
        $$"""{"cell_type": "code", "execution_count": null, "id": "{{id}}", "metadata": {}, "outputs": [], "source": {{Quoted(source)}}}""";

    public static string Prose(string id, string source) =>
        $$"""{"cell_type": "markdown", "id": "{{id}}", "metadata": {}, "source": {{Quoted(source)}}}""";

    public static Notebook Clean() => Notebook.Parse(Json(
        Prose("a", "# A slow blur\n\n*10 minutes*"), Code("b", "#!import ../lib/course.csx"), Prose("c", "Now add."), Code("d", "1 + 1")));

    public static string Root
    {
        get
        {
            string? folder = AppContext.BaseDirectory;
            while (folder is not null && !File.Exists(Path.Combine(folder, "Course.sln"))) folder = Path.GetDirectoryName(folder);
            return folder ?? throw new InvalidOperationException("The tests run inside the repository, beside Course.sln.");
        }
    }

    private static string Quoted(string text) => System.Text.Json.JsonSerializer.Serialize(text);
}
