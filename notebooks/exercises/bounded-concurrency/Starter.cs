// exercise: bounded-concurrency
static class Client
{
    /// <summary>The answers in the order of the pages.</summary>
    public static async Task<long[]> Ask(
        Func<long, Task<long>> ask, long[] pages, int limit)
    {
        var answers = new long[pages.Length];
        for (int i = 0; i < pages.Length; i++)
            answers[i] = await ask(pages[i]);
        return answers;
    }
}
