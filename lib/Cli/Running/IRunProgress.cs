namespace Cli.Running;

/// <summary>Where a run says how far it is.</summary>
internal interface IRunProgress
{
    void NotebookStarted(string notebook, int codeCells);

    /// <param name="notebook">The notebook's name.</param>
    /// <param name="cell">Which code cell starts, counted from 1.</param>
    void CellStarted(string notebook, int cell);

    void NotebookEnded(string notebook, TimeSpan elapsed, IReadOnlyList<CellFailure> failures);
}
