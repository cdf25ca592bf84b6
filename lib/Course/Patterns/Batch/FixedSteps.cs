using System.Text;
using Course.Blur.Box;
using Course.Images;

namespace Course.Patterns.Batch;

/// <summary>The reference solution, step by step.</summary>
public static class FixedSteps
{
    private const int AtOnce = 16;

    /// <summary>Each place once, and several at the same time: the others wait for nothing.</summary>
    public static async Task<string[]> Credits(HttpClient client, Uri service, IReadOnlyList<string> places)
    {
        var credits = new System.Collections.Concurrent.ConcurrentDictionary<string, string>();
        var limit = new ParallelOptions { MaxDegreeOfParallelism = AtOnce };
        await Parallel.ForEachAsync(places.Distinct(), limit, async (place, stop) =>
            credits[place] = $"{place}: {await client.GetStringAsync(service, stop)}");
        return [.. places.Select(place => credits[place])];
    }

    /// <summary>One dictionary, built once; of several rows with one name the first counts, as in a search from the front.</summary>
    public static Func<string, PictureFacts?> Index(List<PictureFacts> archive)
    {
        var byName = new Dictionary<string, PictureFacts>(archive.Count);
        foreach (PictureFacts row in archive) byName.TryAdd(row.Name, row);
        return name => byName.GetValueOrDefault(name);
    }

    /// <summary>On all cores.</summary>
    public static void EachPicture(int count, Action<int> work) => Parallel.For(0, count, work);

    /// <summary>Straight from bytes to bytes; nothing is allocated.</summary>
    public static void Blur(Plane<byte> image, Plane<byte> result) => BoxBlur.Blur(image, result, radius: 1);

    /// <summary>Counting in the array itself, no box for any number.</summary>
    public static void Histogram(Plane<byte> image, int[] counts)
    {
        for (int y = 0; y < image.Height; y++)
            foreach (byte pixel in image.Row(y)) counts[pixel]++;
    }

    /// <summary>Picture after picture, row after row: memory in the order in which it lies.</summary>
    public static double[] Average(IReadOnlyList<Plane<byte>> pictures)
    {
        int width = pictures[0].Width;
        int[] sum = new int[width * pictures[0].Height];
        foreach (Plane<byte> picture in pictures)
            for (int y = 0; y < picture.Height; y++)
            {
                Span<byte> row = picture.Row(y);
                Span<int> to = sum.AsSpan(y * width, width);
                for (int x = 0; x < to.Length; x++) to[x] += row[x];
            }
        return [.. sum.Select(one => one / (double)pictures.Count)];
    }

    public static string Report(IReadOnlyList<string> lines)
    {
        var report = new StringBuilder();
        foreach (string line in lines) report.Append(line).Append('\n');
        return report.ToString();
    }
}
