using Course.Images;

namespace Course.Blur;

/// <summary>
/// A vector of row sums: <c>image[y, x-1] + image[y, x] + image[y, x+1]</c> for each of <see cref="Pixels"/> pixels from x on.
/// One implementation per vector width, so that a loop is written once for all of them.
/// </summary>
internal interface IRowSums<TSelf> where TSelf : struct, IRowSums<TSelf>
{
    static abstract int Pixels { get; }

    static abstract TSelf Of<TImage>(TImage image, int y, int x) where TImage : struct, IPixels<byte>, allows ref struct;

    static abstract TSelf operator +(TSelf left, TSelf right);

    /// <summary>Stores a ninth of each sum, rounded to nearest.</summary>
    void StoreMean<TResult>(TResult result, int y, int x) where TResult : struct, IPixels<byte>, allows ref struct;
}
