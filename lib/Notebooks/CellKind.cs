namespace Notebooks;

/// <summary>What a cell holds: code to run, prose, or text that is left alone.</summary>
public enum CellKind
{
    Code,
    Markdown,
    Raw,
}
