using System.Numerics;
using Course.Blur;
using Course.Blur.Rungs;
using Course.Images;
using Course.Traces;
using Course.Traces.Layouts;

namespace Course.Exercises;

/// <summary>
/// Runs a rung's own loop over traced pixels, arrays or lists and records every access to the picture, the partial sums and the result;
/// copying the border and allocating are not recorded. Lists and arrays of rows lie where they really lie in this process; everything
/// else has addresses that are the same on every run.
/// </summary>
public static class RungRecorder
{
    private const ulong Image = 0x1000_0000, Sums = 0x2000_0000, Result = 0x3000_0000;

    /// <exception cref="NotSupportedException">The rung's accesses are made where no accessor sees them; the message says where.</exception>
    public static RungRecording Record(Rung rung, Plane<byte> image)
    {
        var trace = new Trace();
        Plane<byte> result = image.Copy();
        if (image.Width < 3 || image.Height < 3) return new RungRecording(trace, result);
        switch (rung)
        {
            case PixelRung pixels:
                pixels.Blur(new TracedPixels<byte>(image, trace, Image, "image"), new TracedPixels<byte>(result, trace, Result, "result"));
                break;
            case SumsRung partial:
                var sums = new Plane<ushort>(image.Width, partial.SumRows(image.Height));
                partial.Blur(
                    new TracedPixels<byte>(image, trace, Image, "image"),
                    new TracedPixels<ushort>(sums, trace, Sums, "sums"),
                    new TracedPixels<byte>(result, trace, Result, "result"));
                break;
            case FlatRung<double>:
                RecordFlat<double>(rung, image, result, trace);
                break;
            case FlatRung<float>:
                RecordFlat<float>(rung, image, result, trace);
                break;
            case FlatRung<byte> or GivenResult:
                RecordFlat<byte>(rung, image, result, trace);
                break;
            case BoxedLists:
                RecordRows(rung, name => new TracedRows(RecordedLayout.Of(Lists(image, pixel => (object)(double)pixel), name), trace), result, trace);
                break;
            case DoubleLists:
                RecordRows(rung, name => new TracedRows(RecordedLayout.Of(Lists(image, pixel => (double)pixel), name), trace), result, trace);
                break;
            case JaggedArrays:
                double[][] Rows() => [.. Lists(image, pixel => (double)pixel).Select(row => row.ToArray())];
                RecordRows(rung, name => new TracedRows(RecordedLayout.Of(Rows(), name), trace), result, trace);
                break;
            case RectangularArray:
                RecordRectangle(rung, name => new TracedRectangle(RecordedLayout.Of(Rectangle(image), name), trace), result, trace);
                break;
            default:
                throw new NotSupportedException($"The rung '{rung.Name}' cannot be recorded: " + (rung is DynamicLists
                    ? "the runtime makes its boxes where no accessor sees them."
                    : "its loops are a library's, or run on several cores at once."));
        }
        return new RungRecording(trace, result);
    }

    private static void RecordFlat<T>(Rung rung, Plane<byte> image, Plane<byte> result, Trace trace) where T : unmanaged, INumber<T>
    {
        int width = image.Width, height = image.Height;
        Plane<T> from = new(width * height, 1), to = new(width * height, 1);
        for (int i = 0; i < from.Width; i++) from[0, i] = T.CreateChecked(image[i / width, i % width]);
        RungLoop.Of<TracedFlat<T>>(rung)(
            new TracedFlat<T>(from, trace, Image, "image"), new TracedFlat<T>(to, trace, Result, "result"), width, height);
        WriteInterior(result, (y, x) => double.CreateChecked(to[0, y * width + x]));
    }

    private static void RecordRows(Rung rung, Func<string, TracedRows> store, Plane<byte> result, Trace trace)
    {
        TracedRows from = store("image"), to = store("result");
        Action<TracedRows, TracedRows, int, int> loop = RungLoop.Of<TracedRows>(rung);
        loop(from, to, result.Width, result.Height);
        WriteInterior(result, (y, x) => to[y][x]);
        trace.Clear(); // of the reads for the result too
        loop(from, to, result.Width, result.Height);
    }

    private static void RecordRectangle(Rung rung, Func<string, TracedRectangle> store, Plane<byte> result, Trace trace)
    {
        TracedRectangle from = store("image"), to = store("result");
        Action<TracedRectangle, TracedRectangle, int, int> loop = RungLoop.Of<TracedRectangle>(rung);
        loop(from, to, result.Width, result.Height);
        WriteInterior(result, (y, x) => to[y, x]);
        trace.Clear();
        loop(from, to, result.Width, result.Height);
    }

    private static void WriteInterior(Plane<byte> result, Func<int, int, double> pixel)
    {
        for (int y = 1; y < result.Height - 1; y++)
            for (int x = 1; x < result.Width - 1; x++)
                result[y, x] = (byte)Math.Round(pixel(y, x));
    }

    private static List<List<T>> Lists<T>(Plane<byte> image, Func<byte, T> element) =>
        [.. Enumerable.Range(0, image.Height).Select(y => image.Row(y).ToArray().Select(element).ToList())];

    private static double[,] Rectangle(Plane<byte> image)
    {
        var array = new double[image.Height, image.Width];
        for (int y = 0; y < image.Height; y++)
            for (int x = 0; x < image.Width; x++) array[y, x] = image[y, x];
        return array;
    }
}
