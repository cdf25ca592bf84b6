namespace Course.Blur.Box;

/// <summary>Values for the even pixels of a vector and for the odd ones.</summary>
internal readonly struct EvenOdd<TShorts>(TShorts even, TShorts odd) where TShorts : unmanaged
{
    public readonly TShorts Even = even, Odd = odd;
}
