using System.Text.Json.Nodes;

namespace Kernel.Stdio;

/// <summary>One line from the kernel.</summary>
/// <param name="Event">"ready", "stream", "display", "result", "error", "clear", "input" or "done"; the last of a cell is "done".</param>
/// <param name="Name">Of a stream "stdout" or "stderr"; of an error its name.</param>
/// <param name="Text">Of a stream its text; of an error its message; of an input its prompt.</param>
/// <param name="Bundle">Of a display or result: MIME type to content.</param>
/// <param name="Flag">Of a display: it updates an earlier one; of a clear: wait for the next output; of an input: a password; of a done: the cell ran to its end.</param>
public sealed record StdioEvent(
    string Event, long Id = 0, string? Name = null, string? Text = null, JsonObject? Bundle = null, string? DisplayId = null,
    bool Flag = false, int Line = 0, IReadOnlyList<string>? Traceback = null);
