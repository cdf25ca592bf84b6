using Course.Scenes;
using Display;

namespace Course.Widgets;

/// <summary>Pictures side by side as one PNG, and their names, sizes and mean greys as text: it shows everywhere, trusted or not.</summary>
[TypeFormatterSource(typeof(DisplayableFormatters), PreferredMimeTypes = ["image/png", "text/plain"])]
public sealed class PictureView(PictureScene scene) : IDisplayable
{
    public MimeBundle ToBundle() => new MimeBundle().AddPng(scene.SideBySide().Png.Span).Add("text/plain", scene.Description);
}
