using System.Collections;
using System.Net;
using System.Runtime.CompilerServices;
using Display;

namespace Kernel.Formatting;

/// <summary>Several pictures in one value, such as an array of charts or a pair of images: drawn one below the other.</summary>
internal static class Gallery
{
    private const int MostPictures = 24;

    /// <returns>Null unless every item draws itself.</returns>
    public static MimeBundle? TryFormat(object value)
    {
        IEnumerable<object?>? items = value switch
        {
            string or Array { Rank: > 1 } => null,
            ITuple tuple => Enumerable.Range(0, tuple.Length).Select(i => tuple[i]),
            ICollection collection => collection.Cast<object?>(),
            _ => null,
        };
        if (items is null) return null;
        List<MimeBundle> pictures = [];
        foreach (object? item in items.Take(MostPictures))
        {
            if (item is null || Own(item) is not { } picture) return null;
            pictures.Add(picture);
        }
        if (pictures.Count == 0) return null;
        return MimeBundle.Text(string.Join("\n\n", pictures.Select(picture => Text(picture, "text/plain"))))
            .Add("text/html", string.Concat(pictures.Select(picture => $"<div>{Markup(picture)}</div>")));
    }

    private static MimeBundle? Own(object item) => item is IDisplayable displayable ? displayable.ToBundle() : AttributedFormatters.TryFormat(item);

    private static string Markup(MimeBundle picture) => picture.Data switch
    {
        var data when data.ContainsKey("text/html") => Text(picture, "text/html"),
        var data when data.ContainsKey("image/svg+xml") => Text(picture, "image/svg+xml"),
        var data when data.ContainsKey("image/png") =>
            $"<img alt=\"{WebUtility.HtmlEncode(Text(picture, "text/plain"))}\" src=\"data:image/png;base64,{Text(picture, "image/png")}\">",
        _ => $"<pre>{WebUtility.HtmlEncode(Text(picture, "text/plain"))}</pre>",
    };

    private static string Text(MimeBundle picture, string mimeType) => picture.Data.TryGetValue(mimeType, out var content) ? content.GetValue<string>() : "";
}
