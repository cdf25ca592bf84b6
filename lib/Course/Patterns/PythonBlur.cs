using System.Reflection;
using Course.Images;
using Course.Measure;
using Python;

namespace Course.Patterns;

/// <summary>
/// The 3x3 mean as four loops over Python lists, run by a real python3 beside the C# forms. Result as in the ladder, but not rounded:
/// interior pixels are floats, the border keeps its pixels.
/// </summary>
public static class PythonBlur
{
    public const string Label = "Python, four loops over lists";

    /// <summary>The Python text that is timed.</summary>
    public static string Source { get; } = ReadSource();

    /// <summary>Why Python cannot run here, with the remedy, or null when it can.</summary>
    public static string? Missing => PythonInterpreter.Find() is null ? new PythonMissingException().Message : null;

    /// <summary>
    /// The picture as lists in the shared Python process, and the work of one blur of it. The call through the pipe costs about as
    /// much as a thousandth of a 512 x 512 blur, so small pictures are timed a little too slow.
    /// </summary>
    /// <exception cref="PythonMissingException">There is no Python here; see <see cref="Missing"/>.</exception>
    public static (string Label, Action Work) Prepare(Plane<byte> image)
    {
        var rows = new int[image.Height][];
        for (int y = 0; y < rows.Length; y++) rows[y] = [.. image.Row(y).ToArray().Select(pixel => (int)pixel)];
        PythonProcess.Shared.Run(Source);
        PythonProcess.Shared.Set("course_image", rows);
        return (Label, () => PythonProcess.Shared.Run("course_blurred = blur(course_image)"));
    }

    /// <summary>
    /// The recorded time of this blur for a picture of this size, for machines without Python: its label says where it was recorded.
    /// </summary>
    /// <param name="results">The course's folder of recorded runs, <c>data/results</c>.</param>
    public static Measurement Recorded(string results, int width, int height)
    {
        string[] runs = [.. Directory.EnumerateFiles(results, $"ladder-{width}x{height}.json", SearchOption.AllDirectories).Order(StringComparer.Ordinal)];
        if (runs.Length == 0) throw new FileNotFoundException($"No run with Python at {width} x {height} pixels is recorded in {results}.");
        Measurements run = Measurements.Load(runs[0]);
        return run[Label] with { Label = $"{Label} (recorded on {run.Machine.Cpu})" };
    }

    private static string ReadSource()
    {
        using Stream stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("source/blur.py")!;
        return new StreamReader(stream).ReadToEnd();
    }
}
