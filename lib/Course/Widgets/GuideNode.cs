namespace Course.Widgets;

/// <summary>A place in a decision tree: a question with its answers, or, without answers, the tool to take.</summary>
/// <param name="Text">The question, or what the tool shows and what it costs.</param>
/// <param name="Name">Of the tool; empty for a question.</param>
/// <param name="Cell">Code that can be pasted into a cell and run; empty for a question.</param>
/// <param name="More">Where to read on, e.g. "Notebook 12".</param>
public sealed record GuideNode(string Text, IReadOnlyList<(string Answer, GuideNode Next)> Answers, string Name = "", string Cell = "", string More = "")
{
    public static GuideNode Ask(string question, params IReadOnlyList<(string Answer, GuideNode Next)> answers) => new(question, answers);

    public static GuideNode Take(string tool, string text, string more, string cell) => new(text, [], tool, cell, more);

    /// <summary>The tools that can be reached from here, each with the answers that lead to it.</summary>
    public IEnumerable<(string Path, GuideNode Tool)> Tools() => Answers.Count == 0
        ? [("", this)]
        : Answers.SelectMany(answer => answer.Next.Tools().Select(tool => (tool.Path.Length == 0 ? answer.Answer : $"{answer.Answer} > {tool.Path}", tool.Tool)));
}
