using System.Text;
using Course.Scenes;
using Display;

namespace Course.Widgets;

/// <summary>
/// A scene as a notebook shows it: HTML that plays where scripts run, the same HTML's first picture and table of steps where they do
/// not, and plain text.
/// </summary>
[TypeFormatterSource(typeof(DisplayableFormatters), PreferredMimeTypes = ["text/html", "text/plain"])]
public sealed class SceneView(Scene scene) : IDisplayable
{
    private const int LongestText = 40;
    private static readonly string Player = ScriptedHtml.File(typeof(SceneView), "SceneView.js");
    private static readonly string Style = ScriptedHtml.File(typeof(SceneView), "Palette.css") + "\n" + ScriptedHtml.File(typeof(SceneView), "SceneView.css");

    public MimeBundle ToBundle() => new MimeBundle().Add("text/html", Html()).Add("text/plain", Text());

    private string Html() => ScriptedHtml.Of("scene", Player, Style, new SceneJson(new PictureTable()).Write(scene), StaticForm.Html(scene));

    private string Text()
    {
        var text = new StringBuilder(scene.Title).Append('\n');
        Preset preset = scene.Presets[0];
        if (scene.Presets.Count > 1) text.Append(scene.PresetLabel).Append(": ").Append(preset.Name).Append('\n');
        for (int i = 0; i < Math.Min(preset.Frames.Count, LongestText); i++)
        {
            Frame frame = preset.Frames[i];
            text.Append(frame.Step == "" ? $"{i + 1,3}" : frame.Step).Append("  ").Append(frame.Narration);
            if (frame.Counters.Count > 0) text.Append(" [").AppendJoin(", ", frame.Counters.Select(counter => $"{counter.Name}: {counter.Value}")).Append(']');
            text.Append('\n');
        }
        if (preset.Frames.Count > LongestText) text.Append($"… {preset.Frames.Count - LongestText} more steps\n");
        return text.ToString().TrimEnd();
    }
}
