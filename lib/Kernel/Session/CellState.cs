using Kernel.Session.Running;

namespace Kernel.Session;

/// <summary>What the parts of one cell share while it runs.</summary>
internal sealed class CellState(CellRun run, CellThread thread, string source)
{
    public CellRun Run { get; } = run;

    public CellThread Thread { get; } = thread;

    public string Source { get; } = source;

    /// <summary>Set by <c>#!time</c>.</summary>
    public bool Timed { get; set; }

    /// <summary>Cleared by <c>#!debug</c>, for this cell only.</summary>
    public bool Optimise { get; set; } = true;

    /// <summary>One warning about slow loops is enough.</summary>
    public bool WarnedOfSlowLoop { get; set; }
}
