using System.Numerics;
using Course.Blur.Box;

namespace Course.Tests.Blur.Box;

/// <summary>
/// The blur as its definition reads, exactly for bytes and ushorts, in doubles for floats, by a summed-area table
/// over the picture with its border drawn in (integer sums below 2^53 are exact in double). Shares no line with the library.
/// </summary>
internal sealed class BoxOracle<T> where T : unmanaged, INumber<T>
{
    private readonly int _width, _height, _channels, _radius;
    private readonly BoxBorder _border;
    private readonly double[,] _table;

    /// <param name="pixels">Row after row, width * channels elements each.</param>
    public BoxOracle(T[] pixels, int width, int height, int channels, int radius, BoxBorder border, double outside)
    {
        (_width, _height, _channels, _radius, _border) = (width, height, channels, radius, border);
        int wide = width + 2 * radius, high = height + 2 * radius;
        _table = new double[high + 1, (wide + 1) * channels];
        if (width == 0 || height == 0) return;
        int[] columns = Continue(width), rows = Continue(height);
        for (int y = 0; y < high; y++)
            for (int channel = 0; channel < channels; channel++)
            {
                double row = 0;
                for (int x = 0; x < wide; x++)
                {
                    bool inside = rows[y] >= 0 && columns[x] >= 0;
                    row += inside ? double.CreateChecked(pixels[(rows[y] * width + columns[x]) * channels + channel]) : outside;
                    _table[y + 1, (x + 1) * channels + channel] = _table[y, (x + 1) * channels + channel] + row;
                }
            }
    }

    /// <summary>Whether the blur writes this pixel at all.</summary>
    public bool Writes(int y, int x) => _border != BoxBorder.InteriorOnly ||
        (y >= _radius && y < _height - _radius && x >= _radius && x < _width - _radius);

    /// <summary>The sum over the window of the pixel, the value whose mean the blur must give.</summary>
    public double Sum(int y, int x, int channel)
    {
        int k = 2 * _radius + 1, left = x * _channels + channel, right = (x + k) * _channels + channel;
        return _table[y + k, right] - _table[y, right] - _table[y + k, left] + _table[y, left];
    }

    /// <summary>Round half up of the true mean, in integers.</summary>
    public long Rounded(int y, int x, int channel)
    {
        long area = (2L * _radius + 1) * (2L * _radius + 1);
        return (2 * (long)Sum(y, x, channel) + area) / (2 * area);
    }

    /// <summary>For each coordinate from -radius to length + radius - 1, the one it copies; -1 for the constant. Walks instead of dividing.</summary>
    private int[] Continue(int length)
    {
        var map = new int[length + 2 * _radius];
        for (int i = 0; i < length; i++) map[_radius + i] = i;
        for (int beyond = 1; beyond <= _radius; beyond++)
        {
            map[_radius - beyond] = Walk(length, beyond, towardsStart: true);
            map[_radius + length - 1 + beyond] = Walk(length, beyond, towardsStart: false);
        }
        return map;
    }

    private int Walk(int length, int steps, bool towardsStart)
    {
        int at = towardsStart ? 0 : length - 1, direction = towardsStart ? -1 : 1;
        for (int step = 0; step < steps; step++)
        {
            int next = at + direction;
            bool beyond = next < 0 || next >= length;
            if (!beyond) at = next;
            else if (_border == BoxBorder.Wrap) at = next < 0 ? length - 1 : 0;
            else if (_border is BoxBorder.Reflect or BoxBorder.Reflect101)
            {
                direction = -direction;
                if (_border == BoxBorder.Reflect101 && length > 1) at += direction;
            }
            else if (_border == BoxBorder.Constant) return -1;
        }
        return at;
    }
}
