using Notebooks;

namespace Cli.Running;

/// <summary>What running one notebook gave. <paramref name="Notebook"/> holds its outputs; null when the file could not be read.</summary>
internal sealed record NotebookRun(Notebook? Notebook, TimeSpan Elapsed, IReadOnlyList<CellFailure> Failures);
