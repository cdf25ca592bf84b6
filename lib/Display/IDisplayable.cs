namespace Display;

/// <summary>
/// A value that draws itself. Its type also carries
/// <c>[TypeFormatterSource(typeof(DisplayableFormatters), PreferredMimeTypes = [...])]</c>, which names the formats it draws.
/// </summary>
public interface IDisplayable
{
    MimeBundle ToBundle();
}
