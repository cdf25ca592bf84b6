// exercise: sliding-sums
// attack: gets threads through a query, in an exercise that allows none
static class RowBlur
{
    public static void Blur(byte[] source, byte[] destination, int radius)
    {
        ParallelEnumerable.Range(0, source.Length).ForAll(x => { while (true) { } });
    }
}
