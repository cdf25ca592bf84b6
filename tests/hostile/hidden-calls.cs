// exercise: loop-order
// attack: hides the call of a forbidden member where no name stands: in a loop, a query and an initialiser over types of its own
sealed class Source : IDisposable
{
    public Source GetEnumerator() => this;
    public bool MoveNext() => true;
    public int Current => 0;
    public Source Where(Func<int, bool> which) => this;
    public void Add(int value) => throw new InvalidOperationException("<b>::error::</b>");
    public void Dispose() => throw new OperationCanceledException();
    public static implicit operator long(Source source) => throw new AccessViolationException();
}

static class Brightness
{
    public static long SumOfSquares(CountedGrid image)
    {
        using Source source = new Source { 1 };
        foreach (int each in from one in source where one > 0 select one) return each;
        return source;
    }
}
