using Course.Blur.Box;
using Course.Images;
using Course.Measure;

namespace Cli.Bench;

/// <summary>Times the box blur for every element type, at several radii and vector widths, in one interleaved run with copies of the same bytes.</summary>
internal static class BoxTimes
{
    private static readonly int[] s_radii = [1, 15, 200];

    private static readonly (BoxInstructions Instructions, string Name)[] s_widths =
        [(BoxInstructions.Best, "best"), (BoxInstructions.Vector256, "256 bit"), (BoxInstructions.Vector128, "128 bit"), (BoxInstructions.Scalar, "scalar")];

    public static Measurements Measure(int width, int height) => Timing.Interleaved([
        .. Forms<byte>(width, height, BoxBlur.Blur), .. Forms<ushort>(width, height, BoxBlur.Blur), .. Forms<float>(width, height, BoxBlur.Blur)]);

    /// <summary>The copy that a form is compared with.</summary>
    public static string CopyOf(string form) => $"{form.Split(' ')[0]} {MemoryCopy.Label}";

    private static unsafe IEnumerable<(string Label, Action Work)> Forms<T>(int width, int height, Action<Plane<T>, Plane<T>, int, BoxBlurOptions?> blur)
        where T : unmanaged, System.Numerics.INumber<T>
    {
        Plane<byte> photo = Photo.Load("camera", width, height);
        Plane<T> source = new(width, height), destination = new(width, height);
        for (int y = 0; y < height; y++)
            for (int x = 0; x < width; x++) source[y, x] = T.CreateChecked(photo[y, x]);
        string element = typeof(T) == typeof(byte) ? "byte" : typeof(T) == typeof(ushort) ? "ushort" : "float";
        var forms = new List<(string, Action)> { (CopyOf(element), new MemoryCopy(width * height * sizeof(T)).Run) };
        foreach (int radius in s_radii)
            foreach ((BoxInstructions instructions, string name) in s_widths)
            {
                var options = new BoxBlurOptions { Instructions = instructions };
                forms.Add(($"{element} radius {radius} {name}", () => blur(source, destination, radius, options)));
            }
        return forms;
    }
}
