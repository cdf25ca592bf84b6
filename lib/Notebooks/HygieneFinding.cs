namespace Notebooks;

/// <summary>One rule of the notebooks that a file breaks. <paramref name="Cell"/> counts from 1; 0 means the whole file.</summary>
public readonly record struct HygieneFinding(string File, int Cell, string Message)
{
    public override string ToString() => Cell == 0 ? $"{File}: {Message}" : $"{File}, cell {Cell}: {Message}";
}
