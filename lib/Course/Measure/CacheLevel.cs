namespace Course.Measure;

/// <summary>One cache of the first core, as the system or the processor describes it.</summary>
/// <param name="Level">1 is nearest to the core.</param>
/// <param name="Bytes">Capacity in bytes.</param>
/// <param name="LineBytes">Bytes moved at a time; 0 when not told.</param>
/// <param name="Ways">Lines of one set; 0 when not told.</param>
/// <param name="SharedByCores">Logical processors that share it; 0 when not told.</param>
public readonly record struct CacheLevel(int Level, CacheKind Kind, long Bytes, int LineBytes, int Ways, int SharedByCores)
{
    /// <summary>"L1" for data or unified, "L1i" for instructions.</summary>
    public string Name => Kind == CacheKind.Instruction ? $"L{Level}i" : $"L{Level}";

    public override string ToString() =>
        $"{Name} {Size(Bytes)}" + (Ways > 0 ? $", {Ways}-way" : "") + (LineBytes > 0 ? $", {LineBytes}-byte lines" : "")
        + (SharedByCores > 1 ? $", shared by {SharedByCores}" : "");

    private static string Size(long bytes) => bytes >= 1 << 20 && bytes % (1 << 20) == 0 ? $"{bytes >> 20} MiB" : $"{bytes / 1024.0:0.#} KiB";
}
