using Course.Blur;
using Course.Blur.Box;
using Course.Images;

namespace Peers;

/// <summary>Who blurs what.</summary>
internal static class Contestants
{
    public const string Copy = "memory copy", CopyPastCaches = "non-temporal copy", OpenCvO3 = "OpenCV -O3", OpenCv = "OpenCV, Debian's",
        Halide = "Halide, our schedule", Box = "BoxBlur", TwoCores = "BoxBlur, two cores", Portable = "BoxBlur, 128-bit", Loops = "Python, four loops",
        Simd = "Simd 7.1 (recorded)", RungPrefix = "rung: ";

    private const int ReplicateInOpenCv = 1;

    /// <summary>Its runtime does not tell; the package libhalide14 does.</summary>
    private const string HalideVersion = "14.0";

    /// <summary>Rungs shown beside everybody else; the others are the ladder's own table.</summary>
    private static readonly string[] TopRungs = ["row bands", "fetched ahead", "streamed bands", "box blur"];

    /// <summary>Rungs that handle one pixel, or one 64-bit word of pixels, at a time.</summary>
    public static IReadOnlyList<string> ScalarRungs { get; } =
        ["flat bytes", "given result", "separable", "sliding sums", "row ring", "unchecked", "packed words"];

    public static IEnumerable<Contestant> Of(Picture picture)
    {
        Case shape = picture.Shape;
        yield return InProcess(Copy, 1, Promise.Copy, () => Native.Copy(picture.Source, picture.Destination, shape.Bytes));
        yield return InProcess(CopyPastCaches, 1, Promise.Copy, () => Native.CopyPastCaches(picture.Source, picture.Destination, shape.Bytes));
        foreach (Contestant one in Bounds.Of(picture)) yield return one;
        PythonContestant.Load(picture);
        foreach (int radius in shape.Radii)
            foreach (Contestant one in OfRadius(radius)) yield return one;
        if (shape.Radii is not [1] || shape.Floats) yield break;
        if (shape.Everybody)
            yield return new PythonContestant(Loops, 1, Promise.Unrounded(Border.InteriorOnly), "loops");
        foreach (Rung rung in Ladder.All.Where(Shown)) yield return OnLadder(rung);

        HereContestant InProcess(string name, int radius, Promise promise, Action blur, string version = "") =>
            new(promise == Promise.Copy ? name : shape.Label(name, radius), radius, promise, blur, () => picture.Widened(picture.Destination), version);

        IEnumerable<Contestant> OfRadius(int radius)
        {
            int floats = shape.Floats ? 1 : 0, avx512 = shape.Avx2 ? 0 : 1;
            Promise exact = shape.Floats ? Promise.Unrounded(Border.Replicate) : Promise.Nearest(Border.Replicate);
            Promise large = shape.Floats || radius < 50 ? exact : Promise.Nearly(Border.Replicate, 0.001);
            yield return InProcess(OpenCvO3, radius, large,
                () => Native.OpenCv(picture.Source, picture.Destination, shape.Width, shape.Height, floats, 2 * radius + 1, ReplicateInOpenCv), Native.OpenCvVersion);
            if (radius == 1 && shape.Floats)
                yield return InProcess(Halide, radius, exact, () => Native.HalideFloats(picture.Source, picture.Destination, shape.Width, shape.Height, avx512), HalideVersion);
            else if (radius == 1)
                yield return InProcess(Halide, radius, exact, () => Native.HalideBytes(picture.Source, picture.Destination, shape.Width, shape.Height, avx512), HalideVersion);
            yield return Blur(Box, new BoxBlurOptions());
            yield return Blur(TwoCores, new BoxBlurOptions { Workers = 2 });
            if (shape.Everybody && radius == 1) yield return Blur(Portable, new BoxBlurOptions { Instructions = BoxInstructions.Vector128 });
            yield return InPython(OpenCv, "opencv", large with { Border = Border.Reflect101 });
            if (!shape.Everybody) yield break;
            yield return InPython("SciPy uniform_filter", "uniform_filter", Promise.TruncatedTwice(Border.Replicate));
            yield return InPython("Pillow BoxBlur", "pillow", Promise.RoundedTwice(Border.Replicate));
            if (radius != 1) yield break;
            yield return InPython("SciPy convolve", "convolve", Promise.Unrounded(Border.InteriorOnly));
            yield return InPython("SciPy convolve, output=", "convolve_into", Promise.Unrounded(Border.InteriorOnly));
            yield return InPython("NumPy, nine slices", "nine_slices", Promise.Unrounded(Border.InteriorOnly));
            yield return InPython("NumPy, separable in 16 bits", "separable", Promise.Nearest(Border.InteriorOnly));

            Contestant InPython(string name, string method, Promise promise) => new PythonContestant(shape.Label(name, radius), radius, promise, method);

            Contestant Blur(string name, BoxBlurOptions options) => InProcess(name, radius, exact, shape.Floats
                ? () => BoxBlur.Blur(picture.Floats(picture.Source), shape.Width, picture.Floats(picture.Destination), shape.Width, shape.Width, shape.Height, radius, options)
                : () => BoxBlur.Blur(picture.Bytes(picture.Source), shape.Width, picture.Bytes(picture.Destination), shape.Width, shape.Width, shape.Height, radius, options));
        }

        bool Shown(Rung rung) => rung.Missing is null && (TopRungs.Contains(rung.Name) || (shape.Everybody && ScalarRungs.Contains(rung.Name)));

        Contestant OnLadder(Rung rung)
        {
            var plane = new Plane<byte>(shape.Width, shape.Height);
            picture.Bytes(picture.Source).CopyTo(plane.Span);
            IPreparedBlur prepared = rung.Prepare(plane);
            return new HereContestant(RungPrefix + rung.Name, 1, Promise.Nearest(Border.InteriorOnly), prepared.Run, () => Widened(prepared.Result()));
        }
    }

    private static float[] Widened(Plane<byte> plane)
    {
        var wide = new float[plane.Width * plane.Height];
        for (int y = 0; y < plane.Height; y++)
            for (int x = 0; x < plane.Width; x++) wide[y * plane.Width + x] = plane[y, x];
        return wide;
    }
}
