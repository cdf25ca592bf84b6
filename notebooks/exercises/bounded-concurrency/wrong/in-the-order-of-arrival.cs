// fails: correct
static class Client
{
    public static async Task<long[]> Ask(Func<long, Task<long>> ask, long[] pages, int limit)
    {
        var answers = new List<long>();
        var underWay = new List<Task<long>>();
        foreach (long page in pages)
        {
            if (underWay.Count == limit) await TakeFirst();
            underWay.Add(ask(page));
        }
        while (underWay.Count > 0) await TakeFirst();
        return answers.ToArray();

        async Task TakeFirst()
        {
            Task<long> first = await Task.WhenAny(underWay);
            underWay.Remove(first);
            answers.Add(await first);
        }
    }
}
