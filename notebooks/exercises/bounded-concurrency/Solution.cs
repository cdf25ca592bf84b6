// exercise: bounded-concurrency
static class Client
{
    /// <summary>The answers in the order of the pages.</summary>
    public static async Task<long[]> Ask(
        Func<long, Task<long>> ask, long[] pages, int limit)
    {
        using var free = new SemaphoreSlim(limit);
        return await Task.WhenAll(pages.Select(async page =>
        {
            await free.WaitAsync();
            try { return await ask(page); }
            finally { free.Release(); }
        }));
    }
}
