namespace Course.Blur.Box;

/// <summary>What <see cref="BandSweep{T, TSwept, TVector, TSums}"/> asks of an element type: vectors of it, and the same elements wide enough to be added up.</summary>
internal unsafe interface ISweptVectors<T, TVector, TSums> where T : unmanaged where TVector : unmanaged where TSums : unmanaged
{
    static abstract bool IsSupported { get; }

    /// <summary>Interleaved values per pixel.</summary>
    static abstract int Channels { get; }

    /// <summary>Elements in a vector.</summary>
    static abstract int Count { get; }

    static abstract TVector Load(T* from);

    /// <summary>The first <paramref name="count"/> elements from memory, none behind them touched; the others from <paramref name="rest"/>.</summary>
    static abstract TVector LoadFirst(T* from, int count, TVector rest);

    /// <summary>A pixel again and again, <paramref name="phase"/> channels skipped at the start. Four elements are read.</summary>
    static abstract TVector Repeated(T* pixel, int phase);

    static abstract void Store(TVector pixels, T* to);

    /// <summary>Past the caches; <paramref name="to"/> is aligned to the vector.</summary>
    static abstract void StoreNonTemporal(TVector pixels, T* to);

    /// <summary>Elements <paramref name="first"/> up to, not including, <paramref name="end"/>; the others in memory are left alone.</summary>
    static abstract void StoreSome(TVector pixels, T* to, int first, int end);

    static abstract TSums Widened(TVector pixels);

    static abstract TSums Add(TSums a, TSums b);

    /// <summary>The first sum in every place: what stands before a row of one channel whose border repeats its first pixel.</summary>
    static abstract TSums FirstRepeated(TSums sums);

    /// <summary>
    /// <c>(sums[i - Channels] + sums[i] + sums[i + Channels]) / 9</c>, integers rounded to nearest, where the sums of three vectors lie side by side
    /// and i runs over the middle one.
    /// </summary>
    static abstract TVector Mean(TSums before, TSums here, TSums after);
}
