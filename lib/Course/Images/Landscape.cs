namespace Course.Images;

/// <summary>The generated picture: a sky with clouds and a sun, three ranges of hills, each darker and rougher than the one behind it.</summary>
internal sealed class Landscape(int width, int height, int seed)
{
    private const int Middle = FractalNoise.One / 2;

    // Far to near: ridge height, its roughness, tone and texture, in 1/256 of the height or of the grey range.
    private static readonly (int Ridge, int Roughness, int Tone, int Texture)[] _ranges =
        [(130, 50, 160, 90), (165, 75, 110, 150), (205, 100, 64, 190)];

    public Plane<byte> Draw()
    {
        var picture = new Plane<byte>(width, height);
        int size = Math.Max(1, Math.Min(width, height));
        var clouds = new FractalNoise(width, size / 2, seed);
        var texture = new FractalNoise(width, size / 16, seed + 1);
        int[][] ridges = [.. _ranges.Select((range, i) => Ridge(range.Ridge, range.Roughness, size, seed + 2 + i))];
        int[] cloud = new int[width], rough = new int[width];
        long sunX = width * 7L / 10, sunY = height / 4, sunRadius = Math.Max(1, size / 12);
        for (int y = 0; y < height; y++)
        {
            clouds.Row(y, cloud);
            texture.Row(y, rough);
            Span<byte> row = picture.Row(y);
            int sky = 96 + (int)(112L * y / height);
            for (int x = 0; x < width; x++)
            {
                bool inSun = (x - sunX) * (x - sunX) + (y - sunY) * (y - sunY) <= sunRadius * sunRadius;
                int tone = inSun ? 250 : sky + ((cloud[x] - Middle) * 130 >> 16);
                for (int i = 0; i < _ranges.Length; i++)
                    if (y >= ridges[i][x]) tone = _ranges[i].Tone + ((rough[x] - Middle) * _ranges[i].Texture >> 16);
                int grain = (int)(FractalNoise.Hash(x, y, seed) >> 30) - 1;
                row[x] = (byte)Math.Clamp(tone + grain, 0, 255);
            }
        }
        return picture;
    }

    private int[] Ridge(int height256, int roughness256, int size, int ridgeSeed)
    {
        var ridge = new int[width];
        new FractalNoise(width, size / 3, ridgeSeed).Row(0, ridge);
        for (int x = 0; x < width; x++)
            ridge[x] = (int)(height * (height256 + ((long)(ridge[x] - Middle) * roughness256 >> 16)) / 256);
        return ridge;
    }
}
