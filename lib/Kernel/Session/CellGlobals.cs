using Display;
using Kernel.Formatting;
using Kernel.Session.Running;

namespace Kernel.Session;

/// <summary>What every cell can call without a using, under the names that .NET Interactive uses.</summary>
public static class CellGlobals
{
    /// <summary>Cancelled when the reader interrupts the running cell; long loops and calls should observe it.</summary>
    public static CancellationToken CancellationToken => CellRun.Current?.Interrupted ?? default;

    /// <summary>Shows a value now, in the given formats or the ones its type prefers.</summary>
    public static DisplayedValue display(object? value, params string[] mimeTypes)
    {
        string id = Guid.NewGuid().ToString("N");
        CellRun.Current?.Show(ValueFormatter.ToBundle(value, mimeTypes), id);
        return new(id, mimeTypes);
    }

    /// <summary>Shows the value now.</summary>
    public static DisplayedValue Display(this object? value, params string[] mimeTypes) => display(value, mimeTypes);

    /// <summary>Shows text as the given format: <c>"# Title".DisplayAs("text/markdown")</c>.</summary>
    public static DisplayedValue DisplayAs(this string value, string mimeType) => display(new RawContent(mimeType, value));

    /// <summary>Markup, shown as it is.</summary>
    public static RawContent HTML(string content) => new("text/html", content);

    /// <summary>Runs a script in the page, where the front end lets scripts run.</summary>
    public static void Javascript(string content) => display(new RawContent("application/javascript", content));

    /// <summary>Adds style rules to the page.</summary>
    public static void CSS(string content) => display(new RawContent("text/html", $"<style>{content}</style>"));

    /// <summary>Removes what the cell has shown so far; with <paramref name="wait"/> only when the next output comes.</summary>
    public static void ClearOutput(bool wait = false) => CellRun.Current?.Clear(wait);

    /// <summary>Asks the reader for a line.</summary>
    public static string? GetInput(string prompt = "") => CellRun.Current?.ReadLine(prompt, password: false);

    /// <summary>Asks the reader for a line that is not shown while it is typed.</summary>
    public static string? GetPassword(string prompt = "") => CellRun.Current?.ReadLine(prompt, password: true);
}
