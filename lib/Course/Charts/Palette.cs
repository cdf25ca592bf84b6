namespace Course.Charts;

/// <summary>
/// Colours that people with any colour vision tell apart (Okabe and Ito 2008), each at least 3:1 on white and on near-black; beside each,
/// a marker, a dash and a hatch, so that nothing is told by colour alone. The counts have no common factor, so combinations repeat late.
/// </summary>
internal static class Palette
{
    public static readonly string[] Colors = ["#0072b2", "#d55e00", "#009e73", "#b8659a", "#8a7a00", "#5b6abf", "#7a7a7a"];

    /// <summary>The same, brighter, for a dark page.</summary>
    public static readonly string[] DarkColors = ["#4a9fdc", "#f0883e", "#2fb98a", "#d98cbc", "#c4ae35", "#98a4f0", "#a8a8a8"];

    public static readonly string[] Dashes = ["", "7 4", "2 3", "9 3 2 3"];

    public static readonly string[] PlotlyDashes = ["solid", "dash", "dot", "dashdot"];

    public static readonly string[] PlotlyMarkers = ["circle", "square", "triangle-up", "diamond", "x"];

    public static readonly string[] PlotlyHatches = ["", "/", ".", "x", "-", "\\"];

    /// <summary>Viridis (van der Walt and Smith 2015): evenly brighter from low to high, so it survives greyscale printing.</summary>
    public static readonly string[] Shades = ["#440154", "#482878", "#3e4989", "#31688e", "#26828e", "#1f9e89", "#35b779", "#6ece58", "#b5de2b", "#fde725"];

    public static string Of(string[] list, int series) => list[series % list.Length];

    /// <summary>The shade of a share between 0 and 1, and whether black text is readable on it.</summary>
    public static (string Color, bool BlackText) Shade(double share)
    {
        double position = Math.Clamp(share, 0, 1) * (Shades.Length - 1);
        int below = Math.Min((int)position, Shades.Length - 2);
        int[] rgb = [.. Enumerable.Range(0, 3).Select(channel =>
            (int)Math.Round(Channel(below, channel) + (position - below) * (Channel(below + 1, channel) - Channel(below, channel))))];
        return ($"#{rgb[0]:x2}{rgb[1]:x2}{rgb[2]:x2}", 0.2126 * Linear(rgb[0]) + 0.7152 * Linear(rgb[1]) + 0.0722 * Linear(rgb[2]) > 0.179);
    }

    private static int Channel(int shade, int channel) => Convert.ToInt32(Shades[shade].Substring(1 + 2 * channel, 2), 16);

    private static double Linear(int value) => value <= 10 ? value / 255.0 / 12.92 : Math.Pow((value / 255.0 + 0.055) / 1.055, 2.4);
}
