using System.Collections;
using Course.Images;

namespace Course.Patterns.Batch;

/// <summary>The steps as the program was found: each right, and each slow in a way of its own.</summary>
public static class SlowSteps
{
    public static async Task<string[]> Credits(
        HttpClient client, Uri service, IReadOnlyList<string> places)
    {
        string[] credits = new string[places.Count];
        for (int i = 0; i < credits.Length; i++)
            credits[i] = $"{places[i]}: {await client.GetStringAsync(service)}";
        return credits;
    }

    public static Func<string, PictureFacts?> Index(List<PictureFacts> archive) =>
        name => archive.FirstOrDefault(row => row.Name == name);

    public static void EachPicture(int count, Action<int> work)
    {
        for (int i = 0; i < count; i++) work(i);
    }

    public static void Blur(Plane<byte> image, Plane<byte> result)
    {
        var rows = new List<List<double>>();
        for (int y = 0; y < image.Height; y++)
            rows.Add([.. image.Row(y).ToArray().Select(pixel => (double)pixel)]);
        for (int y = 0; y < image.Height; y++)
            for (int x = 0; x < image.Width; x++)
            {
                var window = new List<double>(9);
                for (int v = y - 1; v <= y + 1; v++)
                    for (int u = x - 1; u <= x + 1; u++)
                    {
                        List<double> row = rows[Math.Clamp(v, 0, image.Height - 1)];
                        window.Add(row[Math.Clamp(u, 0, image.Width - 1)]);
                    }
                result[y, x] = (byte)((window.Sum() + 4) / 9);
            }
    }

    public static void Histogram(Plane<byte> image, int[] counts)
    {
        var found = new Hashtable();
        for (int y = 0; y < image.Height; y++)
            for (int x = 0; x < image.Width; x++)
                found[image[y, x]] = (int)(found[image[y, x]] ?? 0) + 1;
        foreach (DictionaryEntry one in found)
            counts[(byte)one.Key] += (int)one.Value!;
    }

    public static double[] Average(IReadOnlyList<Plane<byte>> pictures)
    {
        var (width, height) = (pictures[0].Width, pictures[0].Height);
        double[] mean = new double[width * height];
        for (int x = 0; x < width; x++)
            for (int y = 0; y < height; y++)
            {
                foreach (Plane<byte> picture in pictures)
                    mean[y * width + x] += picture[y, x];
                mean[y * width + x] /= pictures.Count;
            }
        return mean;
    }

    public static string Report(IReadOnlyList<string> lines)
    {
        string report = "";
        foreach (string line in lines) report += line + "\n";
        return report;
    }
}
