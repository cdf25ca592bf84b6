using System.Globalization;
using System.Text;

namespace Course.Charts;

/// <summary>
/// Collects the elements of one drawing. Colours stand in attributes for light pages, beside classes by which the document's style sheet
/// changes them where dark is preferred.
/// </summary>
internal sealed class SvgCanvas(string id, double width)
{
    public const double Margin = 20;

    /// <summary>How much wider bold letters are.</summary>
    public const double Bold = 1.16;

    private const double Edge = 6;

    private readonly StringBuilder _body = new();


    public double Width { get; } = width;

    /// <summary>The hatches that boxes were filled with, which the document must define.</summary>
    public SortedSet<int> Hatches { get; } = [];

    /// <summary>How far down the drawing reaches so far.</summary>
    public double Bottom { get; set; }

    public SvgCanvas Text(double x, double y, string text, double size = 13, string anchor = "start", bool strong = false, bool muted = false, bool halo = false, string? fill = null)
    {
        // Whatever a caller asks for, a text ends in an ellipsis before it would be cut by the edge.
        double room = anchor switch { "end" => x, "middle" => 2 * Math.Min(x, Width - x), _ => Width - x } - Edge;
        text = TextWidth.Cut(text, strong ? size * Bold : size, room);
        string look = fill is not null ? $" fill=\"{fill}\"" : muted ? $" class=\"{(halo ? "m h" : "m")}\" fill=\"#57606a\"" : $" class=\"{(halo ? "t h" : "t")}\" fill=\"#1f2328\"";
        _body.Append(CultureInfo.InvariantCulture, $"<text x=\"{N(x)}\" y=\"{N(y)}\" font-size=\"{N(size)}\"{look}");
        if (anchor != "start") _body.Append(CultureInfo.InvariantCulture, $" text-anchor=\"{anchor}\"");
        // Text that lines may cross keeps a rim of the background's colour.
        if (halo) _body.Append(" stroke=\"#ffffff\" stroke-width=\"4\" stroke-linejoin=\"round\" paint-order=\"stroke\"");
        if (strong) _body.Append(" font-weight=\"600\"");
        _body.Append('>').Append(Escape(text)).Append("</text>");
        return this;
    }

    /// <param name="kind">"g" for the grid, "a" for an axis, "t" for what must be seen.</param>
    public SvgCanvas Line(double x1, double y1, double x2, double y2, string kind, double thickness = 1, string dash = "")
    {
        string color = kind switch { "g" => "#e4e8ec", "a" => "#8c959f", _ => "#1f2328" };
        _body.Append(CultureInfo.InvariantCulture, $"<path d=\"M{N(x1)} {N(y1)}L{N(x2)} {N(y2)}\" class=\"s{kind}\" stroke=\"{color}\" stroke-width=\"{N(thickness)}\" fill=\"none\"{Dash(dash)}/>");
        return this;
    }

    public SvgCanvas Path(string data, string stroke, double thickness, string dash = "", string fill = "none", string tip = "", double opacity = 1)
    {
        _body.Append(CultureInfo.InvariantCulture, $"<path d=\"{data}\" stroke=\"{stroke}\" stroke-width=\"{N(thickness)}\" fill=\"{fill}\" stroke-linejoin=\"round\"{Dash(dash)}{Colored(stroke, fill)}");
        if (opacity < 1) _body.Append(CultureInfo.InvariantCulture, $" opacity=\"{N(opacity)}\"");
        return Close("path", tip);
    }

    /// <summary>A filled box; <paramref name="hatch"/> 0 is solid, others are drawn as stripes or dots of the colour.</summary>
    public SvgCanvas Box(double x, double y, double width, double height, string color, int hatch = 0, string tip = "", double corner = 0)
    {
        string fill = color;
        if (hatch % Palette.PlotlyHatches.Length != 0)
        {
            Hatches.Add(hatch);
            fill = $"url(#{id}-h{hatch})";
        }
        _body.Append(CultureInfo.InvariantCulture, $"<rect x=\"{N(x)}\" y=\"{N(y)}\" width=\"{N(width)}\" height=\"{N(height)}\" fill=\"{fill}\"");
        _body.Append(fill == color ? Colored("", color) : $" stroke=\"{color}\" stroke-width=\"1\"{Colored(color, "")}");
        if (corner > 0) _body.Append(CultureInfo.InvariantCulture, $" rx=\"{N(corner)}\"");
        return Close("rect", tip);
    }

    /// <summary>The elements on a card of their own, so that they are readable on a page of any colour.</summary>
    public string Elements => $"<rect class=\"b\" x=\"0.5\" y=\"0.5\" width=\"{N(Width - 1)}\" height=\"{N(Height - 1)}\" rx=\"8\" fill=\"#ffffff\" stroke=\"#e4e8ec\"/>{_body}";

    public double Height => Bottom + Margin;

    public static string N(double value) => Math.Round(value, 2).ToString("0.##", CultureInfo.InvariantCulture);

    /// <summary>Text as XML: markup escaped, characters that XML forbids replaced.</summary>
    public static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (Rune rune in text.EnumerateRunes())
            _ = rune.Value switch
            {
                '<' => escaped.Append("&lt;"),
                '>' => escaped.Append("&gt;"),
                '&' => escaped.Append("&amp;"),
                '"' => escaped.Append("&quot;"),
                < 0x20 or 0x7F => escaped.Append(' '),
                0xFFFE or 0xFFFF => escaped.Append('\uFFFD'),
                _ => escaped.Append(rune),
            };
        return escaped.ToString();
    }

    private SvgCanvas Close(string element, string tip)
    {
        _body.Append(tip.Length == 0 ? "/>" : $"><title>{Escape(tip)}</title></{element}>");
        return this;
    }

    /// <summary>The classes by which a dark page brightens the colours of the series.</summary>
    private static string Colored(string stroke, string fill)
    {
        int s = Array.IndexOf(Palette.Colors, stroke), f = Array.IndexOf(Palette.Colors, fill);
        return (s, f) switch { ( < 0, < 0) => "", ( >= 0, < 0) => $" class=\"c{s}\"", ( < 0, >= 0) => $" class=\"f{f}\"", _ => $" class=\"c{s} f{f}\"" };
    }

    private static string Dash(string dash) => dash.Length == 0 ? "" : $" stroke-dasharray=\"{dash}\"";
}
