namespace Cli.Running;

/// <summary>Why a notebook did not run to its end. <paramref name="Cell"/> and <paramref name="Line"/> count from 1; 0 when none is to blame.</summary>
internal sealed record CellFailure(string Notebook, int Cell, int Line, string Name, string Message)
{
    public override string ToString() =>
        Notebook + (Cell > 0 ? $", cell {Cell}" : "") + (Line > 0 ? $", line {Line}" : "") + $": {Name}: {Message}";
}
