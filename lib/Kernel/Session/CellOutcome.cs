namespace Kernel.Session;

/// <summary>How a cell ended: <see cref="Error"/> is null when it ran to its end.</summary>
public readonly record struct CellOutcome(CellError? Error)
{
    public bool Ok => Error is null;
}
