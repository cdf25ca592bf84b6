namespace Course.Blur.Box;

/// <summary>What <see cref="SlidingColumns{T, TLanes, TVector, TChannels}"/> asks of a vector width: doubles, and pixels as doubles.</summary>
internal unsafe interface IDoubleLanes<TVector> where TVector : unmanaged
{
    static abstract BoxInstructions Instructions { get; }

    static abstract bool IsSupported { get; }

    /// <summary>Doubles in a vector.</summary>
    static abstract int Count { get; }

    static abstract TVector Load(double* from);

    static abstract void Store(TVector values, double* to);

    /// <summary>The next pixels; byte, ushort or float.</summary>
    static abstract TVector LoadPixels<T>(T* from) where T : unmanaged;

    /// <summary>Rounded to nearest; byte, ushort or float.</summary>
    static abstract void StorePixels<T>(TVector values, T* to) where T : unmanaged;

    static abstract TVector Add(TVector a, TVector b);

    static abstract TVector Subtract(TVector a, TVector b);

    static abstract TVector Scale(TVector values, double factor);

    /// <summary><c>sums[i] = values[i] + values[i - step] + values[i - 2 * step] + ...</c>; step is 1 to 4 and known to the compiler.</summary>
    static abstract TVector RunningSum(TVector values, int step);

    /// <summary><c>values[Count - step + i % step]</c>; step is 1 to 4 and known to the compiler.</summary>
    static abstract TVector LastOnes(TVector values, int step);
}
