using System.Diagnostics;
using System.Text.Json;
using Course.Blur.Box;
using Course.Blur.OffCpu;
using Course.Blur.Rungs;
using Course.Images;
using Course.Measure;

namespace Course.Patterns;

/// <summary>The blur on an OpenCL device beside the processor, over picture and batch sizes, measured here or recorded elsewhere.</summary>
/// <param name="Origin">Where the numbers come from: "measured here", or the machine and date of the record.</param>
public sealed record OffCpuRun(string Origin, string Device, string Cpu, DateOnly Taken, IReadOnlyList<OffCpuRow> Rows)
{
    public const string FileName = "off-cpu.json";

    private const int Repeats = 7;

    private static readonly JsonSerializerOptions Options = new() { WriteIndented = true, IndentSize = 1, NewLine = "\n", PropertyNamingPolicy = JsonNamingPolicy.CamelCase };

    /// <summary>Measures square pictures of these sides in batches of these sizes, device and processor in turns; some seconds.</summary>
    /// <exception cref="OpenClException">The device refused.</exception>
    public static OffCpuRun Measure(OpenClDevice device, IEnumerable<int> sides, IEnumerable<int> batches)
    {
        int[] counts = [.. batches];
        return new OffCpuRun("measured here", device.Name, Machine.Current.Cpu, DateOnly.FromDateTime(DateTime.Now),
            [.. sides.SelectMany(side => counts.Select(count => One(device, side, count)))]);
    }

    /// <summary>The run that another machine recorded; its origin names that machine.</summary>
    /// <param name="results">The course's folder of recorded runs, <c>data/results</c>.</param>
    /// <exception cref="FileNotFoundException">None is recorded there.</exception>
    public static OffCpuRun Recorded(string results)
    {
        string[] files = [.. Directory.EnumerateFiles(results, FileName, SearchOption.AllDirectories).Order(StringComparer.Ordinal)];
        if (files.Length == 0) throw new FileNotFoundException($"No run off the CPU is recorded in {results}; `course bench off-cpu FILE` records one.");
        OffCpuRun run = Load(files[0]);
        return run with { Origin = $"recorded on {run.Cpu}, {run.Taken:yyyy-MM-dd}" };
    }

    /// <exception cref="InvalidDataException">The file holds something else.</exception>
    public static OffCpuRun Load(string path)
    {
        try
        {
            return JsonSerializer.Deserialize<OffCpuRun>(File.ReadAllText(path), Options) ?? throw new JsonException("The file is empty.");
        }
        catch (JsonException wrong)
        {
            throw new InvalidDataException($"{path} is no file of a run off the CPU: {wrong.Message}", wrong);
        }
    }

    /// <summary>Writes the file, whole or not at all.</summary>
    public void Save(string path) => WholeFile.Write(path, JsonSerializer.Serialize(this, Options) + "\n");

    /// <summary>
    /// The smallest side from which on the device takes less time, everything counted, than one core does for a batch of this size; null
    /// when it never does.
    /// </summary>
    public int? Crossover(int pictures, Func<OffCpuRow, double> core)
    {
        OffCpuRow[] rows = [.. Rows.Where(row => row.Pictures == pictures).OrderBy(row => row.Side)];
        int last = Array.FindLastIndex(rows, row => row.Total >= core(row));
        return last == rows.Length - 1 ? null : rows[last + 1].Side;
    }

    private static OffCpuRow One(OpenClDevice device, int side, int count)
    {
        using var blur = new OpenClBlur(device, side, side, count);
        byte[] images = new byte[(long)side * side * count], results = new byte[images.Length];
        new Random(1).NextBytes(images);
        Plane<byte>[] pictures = [.. Enumerable.Range(0, count).Select(picture =>
        {
            var plane = new Plane<byte>(side, side);
            images.AsSpan(picture * side * side, side * side).CopyTo(plane.Span);
            return plane;
        })];
        var result = new Plane<byte>(side, side);
        blur.Blur(images, results);
        foreach (Plane<byte> picture in pictures) BoxBlur.Blur(picture, result, radius: 1);
        var onDevice = new List<OpenClTimes>();
        List<double> loop = [], cpu = [];
        for (int i = 0; i < Repeats; i++)
        {
            onDevice.Add(blur.Blur(images, results));
            loop.Add(Each(picture => GivenResult.Blur(picture.Span, result.Span, side, side, side)));
            cpu.Add(Each(picture => BoxBlur.Blur(picture, result, radius: 1)));
        }
        double Median(Func<OpenClTimes, double> part) => Quantiles.Median([.. onDevice.Select(part)]);
        return new OffCpuRow(side, count, Median(one => one.Upload), Median(one => one.Kernel), Median(one => one.Download), Median(one => one.Total),
            Quantiles.Median([.. loop]), Quantiles.Median([.. cpu]));

        double Each(Action<Plane<byte>> work)
        {
            long start = Stopwatch.GetTimestamp();
            foreach (Plane<byte> picture in pictures) work(picture);
            return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        }
    }
}
