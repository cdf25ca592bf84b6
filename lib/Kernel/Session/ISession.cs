using Display;

namespace Kernel.Session;

/// <summary>Runs cells one after the other and keeps what they declare. Disposing it ends what cells left running in other processes.</summary>
public interface ISession : IAsyncDisposable
{
    /// <summary>
    /// Runs one cell to its end. Never throws for what the cell does: a failure is in the outcome. Cancelling
    /// <paramref name="interrupt"/> asks the cell to stop, first politely, then by force.
    /// </summary>
    /// <param name="number">What the reader's front end calls the cell, so that stack traces name it so; null counts on.</param>
    Task<CellOutcome> RunAsync(string source, ICellOutput output, CancellationToken interrupt, int? number = null);

    /// <summary>What could be written at <paramref name="cursor"/>, a position in UTF-16 units.</summary>
    Task<Completions> CompleteAsync(string source, int cursor, CancellationToken stop);

    /// <summary>Signature and documentation of the name at <paramref name="cursor"/>; null where there is nothing to tell.</summary>
    Task<MimeBundle?> InspectAsync(string source, int cursor, CancellationToken stop);

    /// <summary>Whether a console should run the text or ask for another line.</summary>
    Completeness CompletenessOf(string source);
}
