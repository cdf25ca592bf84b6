namespace Course.Blur.Box;

/// <summary>What the 3x3 sweep asks of an element type and a vector width.</summary>
/// <remarks>TSums holds the sums of three neighbours for every element of a TVector.</remarks>
internal unsafe interface IThreeByThree<T, TVector, TSums> where T : unmanaged where TVector : struct where TSums : struct
{
    static abstract BoxInstructions Instructions { get; }

    static abstract bool IsSupported { get; }

    /// <summary>Elements in a vector.</summary>
    static abstract int Count { get; }

    /// <summary>Room for one <typeparamref name="TSums"/>.</summary>
    static abstract int SumsBytes { get; }

    static abstract TVector Load(T* from);

    static abstract void Store(TVector pixels, T* to);

    /// <summary>Past the caches; <paramref name="to"/> is aligned to the vector.</summary>
    static abstract void StoreNonTemporal(TVector pixels, T* to);

    static abstract TSums LoadSums(byte* from);

    static abstract void StoreSums(TSums sums, byte* to);

    /// <summary><c>pixels[i - 1]</c>, with <paramref name="outside"/> as the first.</summary>
    static abstract TVector ShiftedRight(TVector pixels, T outside);

    /// <summary><c>pixels[i + 1]</c>, with <paramref name="outside"/> as the last.</summary>
    static abstract TVector ShiftedLeft(TVector pixels, T outside);

    /// <summary><c>left[i] + here[i] + right[i]</c></summary>
    static abstract TSums RowSums(TVector left, TVector here, TVector right);

    static abstract TSums Add(TSums a, TSums b);

    /// <summary><c>sums[i] / 9</c>, bytes rounded to nearest.</summary>
    static abstract TVector Mean(TSums sums);
}
