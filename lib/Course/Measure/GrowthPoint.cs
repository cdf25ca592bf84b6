namespace Course.Measure;

/// <summary>What one call costs on an input of <paramref name="N"/> elements: the median and quartiles in milliseconds, and the bytes it allocates.</summary>
public readonly record struct GrowthPoint(int N, double Milliseconds, double Low, double High, long Bytes);
