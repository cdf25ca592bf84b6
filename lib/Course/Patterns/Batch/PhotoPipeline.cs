using System.Collections.Concurrent;
using System.Diagnostics;
using Course.Images;

namespace Course.Patterns.Batch;

/// <summary>
/// The program of notebook 19: reads a batch of pictures and the archive's list, blurs, finds edges, counts
/// brightness, asks a service for the credits of older pictures, averages and writes a report. What is broken is reported by name and left out.
/// </summary>
public sealed class PhotoPipeline(PhotoBatch batch, Uri service)
{
    /// <summary>Pictures of earlier years are credited.</summary>
    private const int CreditedBefore = 2013;

    private static readonly HttpClient Client = new();

    /// <summary>One run with these steps.</summary>
    public async Task<BatchResult> RunAsync(BatchSteps steps)
    {
        long start = Stopwatch.GetTimestamp();
        var problems = new ConcurrentBag<string>();
        List<string> badRows = [];
        Func<string, PictureFacts?> find = steps.Index(Archive.Read(batch.ArchiveFile, badRows));
        foreach (string row in badRows) problems.Add(row);

        var done = new (string Line, PictureFacts Facts, Plane<byte> Edges)?[batch.Names.Count];
        using var scratch = new ThreadLocal<Plane<byte>>(() => new Plane<byte>(PhotoBatch.Side, PhotoBatch.Side));
        steps.EachPicture(batch.Names.Count, i =>
        {
            string name = batch.Names[i];
            if (Load(name, problems) is not { } image) return;
            if (find(name) is not { } facts)
            {
                problems.Add($"{name}: the archive has no row of this name");
                return;
            }
            var edges = new Plane<byte>(image.Width, image.Height);
            steps.Blur(image, scratch.Value!);
            SobelEdges.Find(scratch.Value!, edges);
            int[] counts = new int[256];
            steps.Histogram(edges, counts);
            done[i] = ($"{name}, {facts.Year}: {counts[0]} flat pixels, {counts[255]} on the sharpest edges", facts, edges);
        });

        var good = done.OfType<(string Line, PictureFacts Facts, Plane<byte> Edges)>().ToArray();
        string[] credits = await steps.Credits(Client, service, [.. good.Where(IsCredited).Select(one => one.Facts.Place)]).ConfigureAwait(false);
        IReadOnlyList<double> mean = good.Length == 0 ? [] : steps.Average([.. good.Select(one => one.Edges)]);
        List<string> lines = [];
        int credited = 0;
        foreach (var one in good)
            lines.AddRange([one.Line, $"  place{(IsCredited(one) ? " and credit: " + credits[credited++] : ": " + one.Facts.Place)}", $"  {PhotoBatch.Side} x {PhotoBatch.Side} pixels", ""]);
        string report = steps.Report(lines);
        return new BatchResult(report, mean, [.. problems.Order(StringComparer.Ordinal)], good.Length, Stopwatch.GetElapsedTime(start).TotalMilliseconds);
    }

    private static bool IsCredited((string Line, PictureFacts Facts, Plane<byte> Edges) one) => one.Facts.Year < CreditedBefore;

    private Plane<byte>? Load(string name, ConcurrentBag<string> problems)
    {
        try
        {
            Plane<byte> image = ImageFile.Load(batch.FileOf(name)).ToGrey();
            if (image.Width == PhotoBatch.Side && image.Height == PhotoBatch.Side) return image;
            problems.Add($"{name}: {image.Width} x {image.Height} pixels in place of {PhotoBatch.Side} x {PhotoBatch.Side}");
        }
        catch (FileNotFoundException)
        {
            problems.Add($"{name}: the file is missing");
        }
        catch (ImageFormatException damaged)
        {
            problems.Add($"{name}: the file is damaged, {damaged.Part}");
        }
        return null;
    }
}
