namespace Display;

/// <summary>The one formatter source of every <see cref="IDisplayable"/>: each format is cut from the value's own bundle.</summary>
public sealed class DisplayableFormatters
{
    private static readonly string[] MimeTypes =
        ["application/vnd.plotly.v1+json", "text/html", "image/svg+xml", "image/png", "text/markdown", "text/plain"];

    public IEnumerable<object> CreateTypeFormatters() => MimeTypes.Select(mimeType => new Formatter(mimeType));

    private sealed class Formatter(string mimeType)
    {
        public string MimeType { get; } = mimeType;

        public bool Format(object instance, TextWriter writer)
        {
            if (instance is not IDisplayable displayable || !displayable.ToBundle().Data.TryGetValue(MimeType, out var content)) return false;
            writer.Write(MimeBundle.IsJson(MimeType) ? content.ToJsonString() : content.GetValue<string>());
            return true;
        }
    }
}
