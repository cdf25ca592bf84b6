namespace Course.Blur;

/// <summary>What one interior pixel costs, as the source states it.</summary>
/// <param name="Loads">
/// Reads of the picture, of the partial sums and of the pointers on the way to them. Lengths, which share their cache lines, are left out.
/// </param>
/// <param name="Stores">Writes of the same.</param>
/// <param name="Operations">Additions, multiplications, divisions, shifts and conversions of pixel values; indices are left out.</param>
/// <param name="MemoryBytes">
/// Bytes that must come from and go to memory when no cache holds the picture: the pixels read, the result's lines read before they
/// are overwritten, and the result written.
/// </param>
public readonly record struct PixelWork(double Loads, double Stores, double Operations, double MemoryBytes)
{
    /// <summary>Instructions that each do many pixels: loads, stores and operations are those of one vector.</summary>
    public static PixelWork OfVectors(int lanes, double loads, double stores, double operations, double memoryBytes) =>
        new(loads / lanes, stores / lanes, operations / lanes, memoryBytes);
}
