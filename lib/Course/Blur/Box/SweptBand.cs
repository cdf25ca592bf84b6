using System.Runtime.Intrinsics.X86;

namespace Course.Blur.Box;

/// <summary>
/// The rows of a band of <see cref="BandSweep{T, TSwept, TVector, TSums}"/> with one above and one below; and, copied into vectors of their
/// own, what lies left of the row, behind its last whole vector, and right of it.
/// </summary>
internal readonly unsafe struct SweptBand<T, TSwept, TVector, TSums>
    where T : unmanaged where TSwept : struct, ISweptVectors<T, TVector, TSums> where TVector : unmanaged where TSums : unmanaged
{
    private const int MostRows = 6;
    private const int LargestPixel = 4;

    public readonly T* Above, From, Below, To;
    public readonly nint Stride, ToStride;

    /// <summary>Elements of a row; of its unwritten margin at each end; of those behind its last whole vector.</summary>
    public readonly int Elements, Margin, Rest;

    /// <summary>Left of the row is its first element again, so that a whole band needs no copy of it.</summary>
    public readonly bool RepeatsFirst;

    /// <summary>Three columns of vectors, one vector for each row read.</summary>
    public readonly T* Edges;

    public SweptBand(in BlurTask<T> task, T* above, int y, int count, T* below, int left, int right, T* memory)
    {
        Above = above;
        From = task.Source + y * task.SourceStride;
        Below = below;
        To = task.Destination + y * task.DestinationStride;
        Edges = memory;
        (Stride, ToStride) = (task.SourceStride, task.DestinationStride);
        (Elements, Margin) = (task.RowElements, task.Margin * TSwept.Channels);
        Rest = Elements % TSwept.Count;
        RepeatsFirst = TSwept.Channels == 1 && left == 0;
        if (RepeatsFirst && Rest == 0 && right >= 0 && count == MostRows) WriteRightEdge(right);
        else WriteEdges(task, count, left, right);
    }

    /// <summary>Memory for the edges and what is put aside, a multiple of 64.</summary>
    public static nint Bytes => 5 * ColumnElements * sizeof(T);

    /// <summary>Elements from one column of the edges to the next.</summary>
    public int EdgeElements => ColumnElements;

    /// <summary>Where columns of which not every element may be written are put, one vector for each row of the band.</summary>
    public T* Aside => Edges + 3 * ColumnElements;

    private static int ColumnElements => (MostRows + 2) * TSwept.Count;

    /// <summary>The vector at <paramref name="x"/> of a row: 0 is above the band's <paramref name="count"/> rows.</summary>
    public T* Line(int line, int count, int x)
    {
        if (x < 0) return Edges + line * TSwept.Count;
        if (x >= Elements - Rest) return Edges + (x < Elements ? 1 : 2) * ColumnElements + line * TSwept.Count;
        return x + (line == 0 ? Above : line <= count ? From + (line - 1) * Stride : Below);
    }

    /// <summary>Stores what may be written of the vector at <paramref name="x"/>.</summary>
    public void StoreSome(TVector pixels, int row, int x)
    {
        int first = Math.Max(0, Margin - x), end = Math.Min(TSwept.Count, Elements - Margin - x);
        if (first < end) TSwept.StoreSome(pixels, To + row * ToStride + x, first, end);
    }

    /// <summary>Stores what was put aside, column after column.</summary>
    public void StoreAside(int rows)
    {
        T* aside = Aside;
        for (int x = 0; x < Elements; x += TSwept.Count)
        {
            if (x >= Margin && x + TSwept.Count <= Elements - Margin) continue;
            for (int row = 0; row < rows; row++, aside += TSwept.Count) StoreSome(TSwept.Load(aside), row, x);
        }
    }

    /// <summary>What <see cref="WriteEdges"/> does, where one pixel right of each row is all there is to copy: in a narrow picture that takes time.</summary>
    private void WriteRightEdge(int right)
    {
        T* edge = Edges + 2 * ColumnElements, pixel = From + right;
        TSwept.Store(TSwept.Repeated(Above + right, 0), edge);
        for (int line = 1; line <= MostRows; line++, pixel += Stride)
        {
            TSwept.Store(TSwept.Repeated(pixel, 0), edge + line * TSwept.Count);
            Prefetch(From + (line + MostRows) * Stride);
        }
        TSwept.Store(TSwept.Repeated(Below + right, 0), edge + (MostRows + 1) * TSwept.Count);
    }

    /// <summary>The next band's rows begin and end where no hardware prefetcher expects it.</summary>
    private void Prefetch(T* row)
    {
        Sse.Prefetch0(row);
        Sse.Prefetch0(row + TSwept.Count);
        Sse.Prefetch0(row + Elements - 1);
    }

    private void WriteEdges(in BlurTask<T> task, int count, int left, int right)
    {
        bool needsLeft = !RepeatsFirst || count < MostRows;
        int c = TSwept.Channels;
        // The channel with which each column begins.
        int leftPhase = TSwept.Count * (c - 1) % c, restPhase = (TSwept.Count * c - Rest) % c, rightPhase = Rest == 0 ? 0 : (TSwept.Count - Rest) % c;
        T* pixel = stackalloc T[LargestPixel], edge = Edges;
        for (int line = 0; line <= count + 1; line++, edge += TSwept.Count)
        {
            T* row = line == 0 ? Above : line <= count ? From + (line - 1) * Stride : Below;
            Prefetch(row + MostRows * Stride);
            if (needsLeft)
            {
                for (int channel = 0; channel < c; channel++) pixel[channel] = left < 0 ? task.BorderValue : row[left * c + channel];
                TSwept.Store(TSwept.Repeated(pixel, leftPhase), edge);
            }
            for (int channel = 0; channel < c; channel++) pixel[channel] = right < 0 ? task.BorderValue : row[right * c + channel];
            TSwept.Store(TSwept.Repeated(pixel, rightPhase), edge + 2 * ColumnElements);
            if (Rest != 0) TSwept.Store(TSwept.LoadFirst(row + Elements - Rest, Rest, TSwept.Repeated(pixel, restPhase)), edge + ColumnElements);
        }
    }
}
