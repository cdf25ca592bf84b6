namespace Kernel.Session;

/// <summary>Runs cells one after the other and keeps what they declare.</summary>
public interface ISession
{
    /// <summary>
    /// Runs one cell to its end. Never throws for what the cell does: a failure is in the outcome. Cancelling
    /// <paramref name="interrupt"/> asks the cell to stop, first politely, then by force.
    /// </summary>
    Task<CellOutcome> RunAsync(string source, ICellOutput output, CancellationToken interrupt);
}
