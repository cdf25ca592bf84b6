using System.Threading.Channels;

namespace Course.Patterns;

/// <summary>The same number of requests to one address, in every way that C# offers; each form returns how many letters came back.</summary>
public static class Requests
{
    public static async Task<int> Sequential(HttpClient client, Uri address, int count)
    {
        int letters = 0;
        for (int i = 0; i < count; i++)
            letters += (await client.GetStringAsync(address)).Length;
        return letters;
    }

    public static Task<int> Threads(HttpClient client, Uri address, int count)
    {
        int letters = 0;
        Thread[] threads = [.. Enumerable.Range(0, count).Select(_ => new Thread(() =>
            Interlocked.Add(ref letters, client.GetStringAsync(address).Result.Length)))];
        foreach (Thread thread in threads) thread.Start();
        foreach (Thread thread in threads) thread.Join();
        return Task.FromResult(letters);
    }

    public static Task<int> ParallelFor(HttpClient client, Uri address, int count)
    {
        int letters = 0;
        Parallel.For(0, count, _ =>
            Interlocked.Add(ref letters, client.GetStringAsync(address).Result.Length));
        return Task.FromResult(letters);
    }

    public static async Task<int> Async(HttpClient client, Uri address, int count)
    {
        var pages = Enumerable.Range(0, count).Select(_ => client.GetStringAsync(address));
        return (await Task.WhenAll(pages)).Sum(page => page.Length);
    }

    public static async Task<int> Bounded(HttpClient client, Uri address, int count, int atOnce)
    {
        int letters = 0;
        var limit = new ParallelOptions { MaxDegreeOfParallelism = atOnce };
        await Parallel.ForEachAsync(Enumerable.Range(0, count), limit, async (_, stop) =>
            Interlocked.Add(ref letters, (await client.GetStringAsync(address, stop)).Length));
        return letters;
    }

    public static async Task<int> Channels(HttpClient client, Uri address, int count, int atOnce)
    {
        int letters = 0;
        var queue = Channel.CreateBounded<Uri>(atOnce);
        async Task Worker()
        {
            await foreach (Uri next in queue.Reader.ReadAllAsync())
                Interlocked.Add(ref letters, (await client.GetStringAsync(next)).Length);
        }
        Task[] workers = [.. Enumerable.Range(0, atOnce).Select(_ => Worker())];
        for (int i = 0; i < count; i++) await queue.Writer.WriteAsync(address);
        queue.Writer.Complete();
        await Task.WhenAll(workers);
        return letters;
    }
}
