// fails: concurrency
static class Client
{
    public static Task<long[]> Ask(Func<long, Task<long>> ask, long[] pages, int limit) => Task.WhenAll(pages.Select(ask));
}
