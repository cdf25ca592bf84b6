using System.Runtime.InteropServices;

namespace Course.Blur.Box;

/// <summary>
/// The source rows of one strip, also those above and below the picture that the border rule makes up. In place, the rows around the
/// strip are copies made before anything was written, because by the time they are read they have been blurred.
/// </summary>
internal readonly unsafe struct RowSource<T> where T : unmanaged
{
    private readonly T* _source;
    private readonly nint _stride;
    private readonly int _height;
    private readonly BoxBorder _border;
    private readonly T* _constantRow;
    private readonly T* _saved;
    private readonly nint _savedStride;
    private readonly int _first, _end, _radius;

    /// <param name="memory">At least <see cref="Bytes"/> bytes, which stay in use as long as this does.</param>
    public RowSource(in BlurTask<T> task, int first, int end, byte* memory)
    {
        _source = task.Source;
        (_stride, _height, _border) = (task.SourceStride, task.Height, task.Border);
        (_first, _end, _radius) = (first, end, task.Radius);
        _savedStride = SavedStride(task);
        _constantRow = (T*)memory;
        if (_border == BoxBorder.Constant) new Span<T>(_constantRow, task.RowElements).Fill(task.BorderValue);
        if (!task.InPlace) return;
        T* saved = _constantRow + _savedStride;
        for (int i = 0; i < _radius; i++)
        {
            NativeMemory.Copy(Original(first - _radius + i), saved + i * _savedStride, (nuint)(task.RowElements * sizeof(T)));
            NativeMemory.Copy(Original(end + i), saved + (_radius + i) * _savedStride, (nuint)(task.RowElements * sizeof(T)));
        }
        _saved = saved;
    }

    public static nint Bytes(in BlurTask<T> task) => SavedStride(task) * sizeof(T) * (1 + (task.InPlace ? 2 * task.Radius : 0));

    /// <summary>The first element of row <paramref name="y"/>, which may lie up to a radius outside the strip and the picture.</summary>
    public T* this[int y]
    {
        get
        {
            if (_saved == null || ((uint)y < (uint)_end && y >= _first)) return Original(y);
            return _saved + (y < _first ? y - _first + _radius : y - _end + _radius) * _savedStride;
        }
    }

    private T* Original(int y)
    {
        int row = BorderRule.Index(y, _height, _border);
        return row < 0 ? _constantRow : _source + row * _stride;
    }

    private static nint SavedStride(in BlurTask<T> task) => (task.RowElements + 63) & ~63;
}
