// fails: speed
static class Client
{
    public static async Task<long[]> Ask(Func<long, Task<long>> ask, long[] pages, int limit)
    {
        var answers = new List<long>();
        foreach (long[] batch in pages.Chunk(limit)) answers.AddRange(await Task.WhenAll(batch.Select(ask)));
        return answers.ToArray();
    }
}
