using Course.Images;
using Course.Measure;
using Python;

namespace Course.Patterns;

/// <summary>
/// The versions that the article went through, each as Python and its libraries do it: four loops over lists, the result's lists reused,
/// SciPy's convolution, the same into a given array, and an optimised one. Results as in <see cref="PythonBlur"/>: interior pixels are
/// means, those of the optimised version rounded to nearest. The article does not show its optimised code; ours sums rows and then
/// columns in 16-bit integers, which NumPy does with vector instructions.
/// </summary>
public static class ArticleSteps
{
    private const int Rounds = 3;

    /// <summary>Why they cannot run here, with the remedy, or null when they can.</summary>
    public static string? Missing
    {
        get
        {
            if (PythonBlur.Missing is { } missing) return missing;
            try
            {
                Define();
                return null;
            }
            catch (PythonException e) when (e.Name is "ModuleNotFoundError" or "ImportError")
            {
                return $"{e.Reason}. Install NumPy and SciPy (Debian and Ubuntu: apt install python3-scipy).";
            }
        }
    }

    /// <summary>Times all in turns inside Python, so that the way there costs nothing; medians of three samples, of which the warm-up call is one where it takes over 100 ms.</summary>
    /// <exception cref="PlatformNotSupportedException">See <see cref="Missing"/>.</exception>
    public static Measurements Measure(Plane<byte> image)
    {
        if (Missing is { } missing) throw new PlatformNotSupportedException(missing);
        Prepare(image);
        PythonProcess.Shared.Run($"course_times = article_times(course_steps, {Rounds})");
        double[][] times = PythonProcess.Shared.Get<double[][]>("course_times")!;
        return new Measurements(Labels().Zip(times, (label, samples) => new Measurement(label, samples, 0, samples.Length, "timed inside Python")),
            Machine.Current, JitSettings.Current, DateTimeOffset.Now);
    }

    private static void Define() => PythonProcess.Shared.Run(PythonForms.Source("article") + "\nNone");

    private static void Prepare(Plane<byte> image)
    {
        Define();
        var pixels = new Plane<byte>(image.Width, image.Height);
        for (int y = 0; y < image.Height; y++) image.Row(y).CopyTo(pixels.Row(y));
        PythonProcess.Shared.SetBytes("course_pixels", pixels.Span, image.Height, image.Width);
        PythonProcess.Shared.Run($"course_steps = article_steps(course_pixels, {image.Height}, {image.Width})");
    }

    private static string[] Labels()
    {
        PythonProcess.Shared.Run("course_labels = [label for label, _ in course_steps]");
        return PythonProcess.Shared.Get<string[]>("course_labels")!;
    }
}
