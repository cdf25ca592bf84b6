using Display;

namespace Kernel.Session;

/// <summary>Content that is already in the format in which it is shown.</summary>
public sealed class RawContent(string mimeType, string content) : IDisplayable
{
    public MimeBundle ToBundle()
    {
        MimeBundle bundle = new MimeBundle().Add(mimeType, content);
        return mimeType is "text/plain" ? bundle : bundle.Add("text/plain", content);
    }

    public override string ToString() => content;
}
