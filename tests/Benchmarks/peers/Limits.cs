using System.Diagnostics;
using System.Globalization;
using System.Text;
using Course.Blur.Box;
using Course.Measure;

namespace Peers;

/// <summary>What this machine allows at most, measured beside the blur in one process: the goals that are missed are missed for one of these reasons.</summary>
internal static class Limits
{
    private const int Rounds = 15;
    private const double SampleMilliseconds = 2;

    private static readonly BoxBlurOptions s_one = new(), s_two = new() { Workers = 2 };

    /// <summary>Writes limits.md into a results folder.</summary>
    public static void Run(string results)
    {
        Directory.CreateDirectory(results);
        var page = new StringBuilder();
        page.AppendLine("# What the machine allows the blur").AppendLine();
        page.AppendLine(CultureInfo.InvariantCulture, $"{DateTime.UtcNow:MMMM yyyy}, {Machine.Current}. Written by `peers limits`: everything of a table in turn in one process, medians of {Rounds} samples.").AppendLine();
        WarmUp();
        TwoCores(page);
        IsolatedCalls(page);
        OneCore(page);
        string file = Path.Combine(results, "limits.md");
        File.WriteAllText(file, page.ToString());
        Console.WriteLine(page);
        Console.WriteLine($"Wrote {file}");
    }

    /// <summary>The compiler's last tier comes from a thread of its own, which needs the processor now and then.</summary>
    private static void WarmUp()
    {
        foreach (bool floats in new[] { false, true })
        {
            using var picture = new Picture(new Case("", floats, 512, 512, [1]), 1);
            for (int turn = 0; turn < 50; turn++)
            {
                for (int call = 0; call < 100; call++) Blur(picture, 0, 512, 1 + call % 2);
                Thread.Sleep(5);
            }
        }
    }

    private static void TwoCores(StringBuilder page)
    {
        page.AppendLine("## Two cores").AppendLine();
        page.AppendLine(CultureInfo.InvariantCulture, $"A number goes to the other core and back in {TwoAtOnce.RoundTripNanoseconds():F0} ns; a blur on two cores needs one such trip, to hand out the work and to hear that it is done.").AppendLine();
        page.AppendLine("Each line: how many times as fast two cores are as one. Two copies or two blurs at once have nothing to do with each other, each on half of the picture: no blur on two cores can gain more.").AppendLine();
        page.AppendLine("| picture | one blur on one core, ms | on two | two half blurs at once | two half copies at once | two half non-temporal copies at once |");
        page.AppendLine("|---|---|---|---|---|---|");
        using var both = new TwoAtOnce();
        foreach (Case shape in Case.All.Where(one => !one.Avx2 && one.Radii is [1]))
        {
            using var picture = new Picture(shape, 1);
            int half = shape.Bytes / 2, rows = shape.Height / 2, line = shape.Width * shape.ElementBytes;
            Times times = Measure(
                ("blur", calls => Time(calls, () => Blur(picture, 0, shape.Height, 1))),
                ("two cores", calls => Time(calls, () => Blur(picture, 0, shape.Height, 2))),
                ("two blurs", calls => both.Time(calls, () => Blur(picture, 0, rows, 1), () => Blur(picture, rows * line, rows, 1))),
                ("copy", calls => Time(calls, () => Native.Copy(picture.Source, picture.Destination, shape.Bytes))),
                ("two copies", calls => both.Time(calls, () => Native.Copy(picture.Source, picture.Destination, half),
                    () => Native.Copy(picture.Source + half, picture.Destination + half, half))),
                ("past", calls => Time(calls, () => Native.CopyPastCaches(picture.Source, picture.Destination, shape.Bytes))),
                ("two past", calls => both.Time(calls, () => Native.CopyPastCaches(picture.Source, picture.Destination, half),
                    () => Native.CopyPastCaches(picture.Source + half, picture.Destination + half, half))));
            page.AppendLine(CultureInfo.InvariantCulture, $"| {shape.Name} | {times["blur"]:G3} | {times["blur"] / times["two cores"]:F2} | {times["blur"] / times["two blurs"]:F2} | {times["copy"] / times["two copies"]:F2} | {times["past"] / times["two past"]:F2} |");
        }
        page.AppendLine();
    }

    /// <summary>A small picture now and then: what the second worker costs, and how long it stays awake for nothing.</summary>
    private static void IsolatedCalls(StringBuilder page)
    {
        using var picture = new Picture(Case.Find("byte 3x3, 512x512"), 1);
        var milliseconds = new List<double>[] { [], [] };
        var awake = new List<double>();
        for (int round = 0; round < 10 * Rounds; round++)
        {
            int workers = 1 + round % 2;
            Thread.Sleep(5);
            milliseconds[workers - 1].Add(Time(1, () => Blur(picture, 0, 512, workers)));
        }
        for (int round = 0; round < Rounds; round++)
        {
            Time(50, () => Blur(picture, 0, 512, 2));
            double ran = HelperMilliseconds();
            Thread.Sleep(20);
            awake.Add(HelperMilliseconds() - ran);
        }
        page.AppendLine(CultureInfo.InvariantCulture, $"A call 5 ms after the last one, byte 3x3, 512x512: one worker {Quantiles.Median([.. milliseconds[0]]):G3} ms, two allowed {Quantiles.Median([.. milliseconds[1]]):G3} ms, because it stays on one core. After the last of calls in a row a worker runs on for {Quantiles.Median([.. awake]):F2} ms (at most {awake.Max():F2}), then sleeps.").AppendLine();
    }

    /// <summary>Processor time of the library's worker threads, which Linux counts in nanoseconds.</summary>
    private static double HelperMilliseconds() => (from thread in Directory.GetDirectories("/proc/self/task")
                                                   where File.ReadAllText(Path.Combine(thread, "comm")).StartsWith("box blur helper", StringComparison.Ordinal)
                                                   select double.Parse(File.ReadAllText(Path.Combine(thread, "schedstat")).Split(' ')[0], CultureInfo.InvariantCulture) / 1e6).Sum();

    private static void OneCore(StringBuilder page)
    {
        page.AppendLine("## One core, bytes 3x3").AppendLine();
        page.AppendLine("The same number of pixels in long rows, whose ends cost nothing, and in the rows of the picture; both lie in the second cache.").AppendLine();
        page.AppendLine("| picture | blur, ps a pixel | copy, ps a pixel | blur / copy |");
        page.AppendLine("|---|---|---|---|");
        foreach ((int width, int height) in new[] { (8192, 32), (2048, 128), (512, 512), (1920, 1080) })
        {
            using var picture = new Picture(new Case("", Floats: false, width, height, [1]), 1);
            Times times = Measure(
                ("blur", calls => Time(calls, () => Blur(picture, 0, height, 1))),
                ("copy", calls => Time(calls, () => Native.Copy(picture.Source, picture.Destination, picture.Shape.Bytes))));
            double pixels = width * height / 1e9;
            page.AppendLine(CultureInfo.InvariantCulture, $"| {width} x {height} | {times["blur"] / pixels:F1} | {times["copy"] / pixels:F1} | {times["blur"] / times["copy"]:F2} |");
        }
    }

    private static void Blur(Picture picture, int offset, int rows, int workers)
    {
        Case shape = picture.Shape;
        BoxBlurOptions options = workers == 1 ? s_one : s_two;
        if (shape.Floats)
            BoxBlur.Blur(picture.Floats(picture.Source)[(offset / sizeof(float))..], shape.Width, picture.Floats(picture.Destination)[(offset / sizeof(float))..], shape.Width, shape.Width, rows, 1, options);
        else
            BoxBlur.Blur(picture.Bytes(picture.Source)[offset..], shape.Width, picture.Bytes(picture.Destination)[offset..], shape.Width, shape.Width, rows, 1, options);
    }

    private static double Time(int calls, Action work)
    {
        long start = Stopwatch.GetTimestamp();
        for (int i = 0; i < calls; i++) work();
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds / calls;
    }

    private static Times Measure(params (string Name, Func<int, double> Time)[] forms)
    {
        var samples = forms.ToDictionary(form => form.Name, _ => new List<double>());
        var calls = new Dictionary<string, int>();
        foreach ((string name, Func<int, double> time) in forms)
        {
            // Enough calls for the compiler's last tier.
            long start = Stopwatch.GetTimestamp();
            while (Stopwatch.GetElapsedTime(start).TotalMilliseconds < 150) time(5);
            calls[name] = Math.Max(1, (int)(SampleMilliseconds / time(5)));
        }
        for (int round = 0; round < Rounds; round++)
        {
            Random.Shared.Shuffle(forms);
            foreach ((string name, Func<int, double> time) in forms)
            {
                // Outside the clock: each core fetches its part of the picture from where the form before left it.
                time(calls[name]);
                samples[name].Add(time(calls[name]));
            }
        }
        return new Times(samples);
    }

    private sealed class Times(Dictionary<string, List<double>> samples)
    {
        public double this[string name] => Quantiles.Median([.. samples[name]]);
    }
}
