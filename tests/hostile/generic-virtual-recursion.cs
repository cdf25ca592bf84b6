// exercise: loop-order
// attack: makes the compiler of the runtime build a new instance of a virtual method at every step
abstract class Step
{
    public abstract long Next<T>(int depth);
}

sealed class Deeper : Step
{
    public override long Next<T>(int depth) => depth == 0 ? 0 : Next<(T, T)>(depth - 1) + Next<T[]>(depth - 1);
}

static class Brightness
{
    public static long SumOfSquares(CountedGrid image)
    {
        Step step = new Deeper();
        return step.Next<int>(40);
    }
}
