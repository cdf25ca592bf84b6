using System.Text;
using System.Text.Json.Nodes;
using Display;
using Kernel.Session;

namespace Kernel.Tests.Session;

/// <summary>Keeps what a cell showed, in order, and answers its questions from a list.</summary>
internal sealed class RecordingOutput(params string[] answers) : ICellOutput
{
    private readonly Queue<string> _answers = new(answers);
    private readonly StringBuilder _out = new(), _error = new();
    private readonly List<string> _events = [];

    public string Out { get { lock (_events) return _out.ToString(); } }

    /// <summary>Called when console text arrives.</summary>
    public Action OnStream { get; init; } = () => { };

    public string Error { get { lock (_events) return _error.ToString(); } }

    public List<(MimeBundle Bundle, string? Id, bool Update)> Shown { get; } = [];

    public MimeBundle? ResultBundle { get; private set; }

    /// <summary>The result as text; null if there was none.</summary>
    public string? Text => ResultBundle is null ? null : In(ResultBundle, "text/plain");

    public string? Html => ResultBundle is null ? null : In(ResultBundle, "text/html");

    public IReadOnlyList<string> Events { get { lock (_events) return [.. _events]; } }

    public static string? In(MimeBundle bundle, string mimeType) =>
        bundle.Data.TryGetValue(mimeType, out JsonNode? content) ? content is JsonValue value && value.TryGetValue(out string? text) ? text : content.ToJsonString() : null;

    public void Stream(string name, string text)
    {
        Add($"stream {name}", () => (name == "stdout" ? _out : _error).Append(text));
        OnStream();
    }

    public void Display(MimeBundle bundle, string? displayId, bool update) => Add("display", () => Shown.Add((bundle, displayId, update)));

    public void Result(MimeBundle bundle) => Add("result", () => ResultBundle = bundle);

    public void Clear(bool wait) => Add("clear", () => { });

    public string? ReadLine(string prompt, bool password)
    {
        lock (_events) return _answers.TryDequeue(out string? answer) ? answer : null;
    }

    private void Add(string name, Action keep)
    {
        lock (_events)
        {
            _events.Add(name);
            keep();
        }
    }
}
