// exercise: loop-order
// attack: reads what the environment tells
static class Brightness
{
    public static long SumOfSquares(CountedGrid image)
    {
        return Environment.GetEnvironmentVariables().Count;
    }
}
