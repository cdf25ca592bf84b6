namespace Course.Blur.Box;

/// <summary>
/// What a blur of bytes asks of a vector width. A vector of n bytes is also seen as n/2 lanes of 16 bits, each holding two neighbours:
/// the even pixel in its low byte, the odd one in its high byte; and as n/4 lanes of 32 bits. Sums live in separate vectors for even and
/// odd pixels, so no pixel ever moves to another lane before the result is put together.
/// </summary>
internal unsafe interface IByteLanes<TBytes, TShorts, TInts> where TBytes : unmanaged where TShorts : unmanaged where TInts : unmanaged
{
    static abstract BoxInstructions Instructions { get; }

    static abstract bool IsSupported { get; }

    /// <summary>Bytes in a vector.</summary>
    static abstract int Count { get; }

    static abstract TBytes Load(byte* from);

    static abstract void Store(TBytes pixels, byte* to);

    /// <summary>Past the caches; <paramref name="to"/> is a multiple of <see cref="Count"/>.</summary>
    static abstract void StoreNonTemporal(TBytes pixels, byte* to);

    static abstract TShorts LoadShorts(short* from);

    static abstract void StoreShorts(TShorts values, short* to);

    static abstract TInts LoadInts(int* from);

    static abstract void StoreInts(TInts values, int* to);

    /// <summary><c>pixels[2i] + pixels[2i + 1]</c></summary>
    static abstract TShorts PairSums(TBytes pixels);

    /// <summary><c>pixels[2i]</c></summary>
    static abstract TShorts EvenPixels(TBytes pixels);

    /// <summary><c>pixels[2i + 1]</c></summary>
    static abstract TShorts OddPixels(TBytes pixels);

    /// <summary><c>pixels[i - 1]</c>, with <paramref name="outside"/> as the first.</summary>
    static abstract TBytes ShiftedRight(TBytes pixels, byte outside);

    /// <summary><c>pixels[i + 1]</c>, with <paramref name="outside"/> as the last.</summary>
    static abstract TBytes ShiftedLeft(TBytes pixels, byte outside);

    static abstract TShorts Add(TShorts a, TShorts b);

    static abstract TShorts Subtract(TShorts a, TShorts b);

    static abstract TInts Add(TInts a, TInts b);

    /// <summary><c>round(sum / 9) = (sum * 3641 + 2^14) >> 15</c> for 0 &lt;= sum &lt;= 2295.</summary>
    static abstract TShorts NinthRounded(TShorts sum);

    /// <summary><c>pixels[2i] = even[i], pixels[2i + 1] = odd[i]</c>, all in 0..255.</summary>
    static abstract TBytes Interleave(TShorts even, TShorts odd);

    /// <summary><c>sums[i] = values[0] + ... + values[i]</c>, modulo 2^16.</summary>
    static abstract TShorts RunningSum(TShorts values);

    /// <summary><c>values[last]</c> in every lane.</summary>
    static abstract TShorts LastEverywhere(TShorts values);

    /// <summary><c>(int)values[2i]</c></summary>
    static abstract TInts EvenLanes(TShorts values);

    /// <summary><c>(int)values[2i + 1]</c></summary>
    static abstract TInts OddLanes(TShorts values);

    /// <summary>
    /// <c>means[2i] = round(even[i] * reciprocal), means[2i + 1] = round(odd[i] * reciprocal)</c>. Adding 2^23 to a float leaves the
    /// rounded integer in its low bits.
    /// </summary>
    static abstract TShorts Means(TInts even, TInts odd, float reciprocal);
}
