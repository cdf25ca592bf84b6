using Display;

namespace Kernel.Session;

/// <summary>
/// Where a running cell's output goes. Calls may come from any thread, but never from one that a session aborts: the receiver holds
/// sockets. Console text comes joined, so each call may be one message.
/// </summary>
public interface ICellOutput
{
    /// <summary>Text written to the console: <paramref name="name"/> is "stdout" or "stderr".</summary>
    void Stream(string name, string text);

    /// <summary>A picture; with <paramref name="update"/> it replaces the one shown earlier under the same id.</summary>
    void Display(MimeBundle bundle, string? displayId, bool update);

    /// <summary>The value of the cell's last expression.</summary>
    void Result(MimeBundle bundle);

    /// <summary>Removes the cell's output so far, now or when the next output comes.</summary>
    void Clear(bool wait);

    /// <summary>Asks the reader for a line; null where nobody can answer.</summary>
    string? ReadLine(string prompt, bool password);
}
