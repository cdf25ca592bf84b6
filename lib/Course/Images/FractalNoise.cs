namespace Course.Images;

/// <summary>
/// Smooth random values between 0 and <see cref="One"/>, the sum of layers (octaves) of which each has half the grid size and half
/// the strength of the one before: value noise, as real textures have detail at every scale. Fixed point, no floating point, so
/// equal everywhere.
/// </summary>
internal sealed class FractalNoise
{
    public const int One = 1 << 16;

    private const int Layers = 5;
    private readonly int _width, _seed;
    private readonly int[][] _weights;

    /// <param name="width">Values in a row.</param>
    /// <param name="grid">Pixels between the random points of the coarsest layer.</param>
    /// <param name="seed">Another seed gives another picture.</param>
    public FractalNoise(int width, int grid, int seed)
    {
        (_width, _seed) = (width, seed);
        _weights = [.. Enumerable.Range(0, Layers).Select(layer => SmoothSteps(Math.Max(1, grid >> layer)))];
    }

    /// <summary>Fills one row of noise.</summary>
    public void Row(int y, Span<int> row)
    {
        row.Clear();
        for (int layer = 0; layer < Layers; layer++)
        {
            int[] weights = _weights[layer];
            int grid = weights.Length, gridY = y / grid, weightY = weights[y % grid];
            int right = PointBetween(0, gridY, weightY, layer);
            for (int x = 0; x < _width; x += grid)
            {
                int left = right;
                right = PointBetween(x / grid + 1, gridY, weightY, layer);
                int end = Math.Min(grid, _width - x);
                for (int i = 0; i < end; i++) row[x + i] += Mix(left, right, weights[i]) >> (layer + 1);
            }
        }
    }

    /// <summary>A random number that depends on its three arguments alone (the mixing steps of MurmurHash3).</summary>
    public static uint Hash(int x, int y, int seed)
    {
        uint h = (uint)x * 0x9E3779B1 ^ (uint)y * 0x85EBCA77 ^ (uint)seed * 0xC2B2AE3D;
        h = (h ^ h >> 16) * 0x85EBCA6B;
        h = (h ^ h >> 13) * 0xC2B2AE35;
        return h ^ h >> 16;
    }

    private int PointBetween(int gridX, int gridY, int weightY, int layer)
    {
        int seed = _seed * Layers + layer;
        return Mix((int)(Hash(gridX, gridY, seed) >> 16), (int)(Hash(gridX, gridY + 1, seed) >> 16), weightY);
    }

    private static int Mix(int from, int to, int weight) => from + (int)((long)(to - from) * weight >> 16);

    /// <summary>3t^2 - 2t^3 for t = 0, 1/n … (n-1)/n.</summary>
    private static int[] SmoothSteps(int n)
    {
        var steps = new int[n];
        for (int i = 0; i < n; i++)
        {
            long t = (long)i * One / n;
            steps[i] = (int)((3 * t * t - (2 * t * t * t >> 16)) >> 16);
        }
        return steps;
    }
}
